package feedforward.layer;

/** What lies around an image where a kernel reaches over its edge. */
public enum Padding {
    /** Nothing: the kernel stays within the image. */
    VALID {
        @Override
        int output(int in, int kernel, int stride) {
            return (in - kernel) / stride + 1;
        }

        @Override
        int before(int in, int kernel, int stride) {
            return 0;
        }
    },
    /**
     * Zeros, so that the output has ⌈in / stride⌉ rows and columns. Where their number is odd, one more lies behind the image
     * than before it, as in TensorFlow and in ONNX's SAME_UPPER.
     */
    SAME {
        @Override
        int output(int in, int kernel, int stride) {
            return (in + stride - 1) / stride;
        }

        @Override
        int before(int in, int kernel, int stride) {
            int total = (output(in, kernel, stride) - 1) * stride + kernel - in;
            return Math.max(total, 0) / 2;
        }
    };

    /** Rows, or columns, of what a convolution gives. */
    abstract int output(int in, int kernel, int stride);

    /** Rows of padding above the image, or columns before it. */
    abstract int before(int in, int kernel, int stride);
}
