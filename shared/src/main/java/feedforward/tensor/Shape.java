package feedforward.tensor;

import java.util.Arrays;

/**
 * The sizes of a tensor's dimensions, outermost first: images are [N, H, W, C], a weight matrix [in, out].
 *
 * <p>A size is ≥ 0 and the number of elements fits an {@code int}. The scalar shape [] has one element.
 */
public final class Shape {
    private final int[] sizes;
    private final int elements;

    private Shape(int[] sizes, int elements) {
        this.sizes = sizes;
        this.elements = elements;
    }

    /** @throws ShapeException if a size is negative or the element count exceeds 2³¹ − 1 */
    public static Shape of(int... sizes) {
        long elements = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new ShapeException("Shape: expected sizes of 0 or more but was " + Arrays.toString(sizes));
            }
            elements *= size;
            if (elements > Integer.MAX_VALUE) {
                throw new ShapeException("Shape: expected at most 2,147,483,647 elements but was "
                        + Arrays.toString(sizes) + "; split the tensor");
            }
        }
        return new Shape(sizes.clone(), (int) elements);
    }

    public int rank() {
        return sizes.length;
    }

    public int size(int dimension) {
        return sizes[dimension];
    }

    public int elements() {
        return elements;
    }

    public int[] sizes() {
        return sizes.clone();
    }

    /** This shape behind a leading dimension of {@code n}: [a, b] becomes [n, a, b]. */
    public Shape withBatch(int n) {
        int[] batched = new int[sizes.length + 1];
        batched[0] = n;
        System.arraycopy(sizes, 0, batched, 1, sizes.length);
        return of(batched);
    }

    /** Whether this is a batch of any size of examples of that shape; asked in every step, so nothing is allocated. */
    public boolean isBatchOf(Shape example) {
        boolean alike = sizes.length == example.sizes.length + 1;
        for (int d = 0; alike && d < example.sizes.length; d++) {
            alike = sizes[d + 1] == example.sizes[d];
        }
        return alike;
    }

    /** This shape behind a batch of any size, as messages say it: [784] becomes {@code [N, 784]}. */
    public String describeBatch() {
        return sizes.length == 0 ? "[N]" : "[N, " + Arrays.toString(sizes).substring(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** As in messages: {@code [N, 784]} without the letters, {@code [32, 784]}. */
    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
