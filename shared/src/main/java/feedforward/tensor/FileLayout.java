package feedforward.tensor;

/** How a parameter's axes lie in files, which follow PyTorch. */
public enum FileLayout {
    /** As in memory. */
    AS_IT_LIES {
        @Override
        int[] axes() {
            return new int[0];
        }
    },
    /** A matrix [in, out] as [out, in]. */
    TRANSPOSED {
        @Override
        int[] axes() {
            return new int[] {1, 0};
        }
    },
    /** A convolution's kernel [kernel, kernel, C, O] as [O, C, kernel, kernel]. */
    CHANNELS_FIRST {
        @Override
        int[] axes() {
            return new int[] {3, 2, 0, 1};
        }
    };

    /** Which axis in memory each axis of the file is; none when they are the same. */
    abstract int[] axes();

    /** The shape in files of a parameter of this shape. */
    Shape stored(Shape shape) {
        int[] axes = axes();
        if (axes.length == 0) {
            return shape;
        }
        int[] sizes = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            sizes[i] = shape.size(axes[i]);
        }
        return Shape.of(sizes);
    }

    float[] toFile(Shape shape, float[] values) {
        int[] places = places(shape);
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[places[i]];
        }
        return result;
    }

    float[] fromFile(Shape shape, float[] stored) {
        int[] places = places(shape);
        float[] result = new float[stored.length];
        for (int i = 0; i < result.length; i++) {
            result[places[i]] = stored[i];
        }
        return result;
    }

    /** Where in memory each value of the file lies. */
    private int[] places(Shape shape) {
        int[] axes = axes();
        Shape file = stored(shape);
        int[] places = new int[shape.elements()];
        for (int i = 0; i < places.length; i++) {
            places[i] = axes.length == 0 ? i : place(i, axes, file, shape);
        }
        return places;
    }

    private static int place(int inFile, int[] axes, Shape file, Shape shape) {
        int rest = inFile;
        int[] index = new int[axes.length];
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            index[axes[axis]] = rest % file.size(axis);
            rest /= file.size(axis);
        }
        int place = 0;
        for (int axis = 0; axis < index.length; axis++) {
            place = place * shape.size(axis) + index[axis];
        }
        return place;
    }
}
