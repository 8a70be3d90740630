package feedforward.device;

/** The axes of a tensor [outer, rows, columns, inner] of which {@code rows} and {@code columns} are swapped. */
public record Transpose(int outer, int rows, int columns, int inner) {

    /** Back again: of [outer, columns, rows, inner]. */
    public Transpose inverse() {
        return new Transpose(outer, columns, rows, inner);
    }
}
