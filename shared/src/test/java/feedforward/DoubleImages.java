package feedforward;

/**
 * Layers on images in double precision, written from the equations alone: what the engine's results and gradients are
 * compared with. It shares no code with the engine. Images are [N, H, W, C].
 */
public final class DoubleImages {
    private DoubleImages() {}

    /** n images of so many rows, columns and channels. */
    public record Size(int n, int height, int width, int channels) {
        double at(double[] x, int image, int row, int column, int channel) {
            boolean within = row >= 0 && row < height && column >= 0 && column < width;
            return within ? x[((image * height + row) * width + column) * channels + channel] : 0;
        }
    }

    /** z = b + Σ x·k, for images padded with zeros by {@code before} rows and columns; the output's size is given. */
    public static double[] convolve(
            Size in, double[] x, double[] k, double[] b, int kernel, int stride, int before, Size out) {
        double[] z = new double[out.n * out.height * out.width * out.channels];
        for (int place = 0; place < z.length; place++) {
            int o = place % out.channels;
            int j = place / out.channels % out.width;
            int i = place / out.channels / out.width % out.height;
            int image = place / out.channels / out.width / out.height;
            z[place] = b[o];
            for (int tap = 0; tap < kernel * kernel * in.channels; tap++) {
                int c = tap % in.channels;
                int v = tap / in.channels % kernel;
                int u = tap / in.channels / kernel;
                double value = in.at(x, image, i * stride + u - before, j * stride + v - before, c);
                z[place] += value * k[tap * out.channels + o];
            }
        }
        return z;
    }

    /** The largest, or the mean, of each window. */
    public static double[] pool(Size in, double[] x, int size, int stride, boolean largest) {
        int height = (in.height - size) / stride + 1;
        int width = (in.width - size) / stride + 1;
        double[] y = new double[in.n * height * width * in.channels];
        for (int place = 0; place < y.length; place++) {
            int c = place % in.channels;
            int j = place / in.channels % width;
            int i = place / in.channels / width % height;
            int image = place / in.channels / width / height;
            double most = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int p = 0; p < size * size; p++) {
                double value = in.at(x, image, i * stride + p / size, j * stride + p % size, c);
                most = Math.max(most, value);
                sum += value;
            }
            y[place] = largest ? most : sum / (size * size);
        }
        return y;
    }

    /** γ·(x − μ) / √(σ² + 10⁻⁵) + β of the columns of x [rows, channels], by their own mean and variance. */
    public static double[] normalise(double[] x, double[] scale, double[] shift) {
        int channels = scale.length;
        int rows = x.length / channels;
        double[] y = new double[x.length];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += x[r * channels + c];
            }
            double squares = 0;
            for (int r = 0; r < rows; r++) {
                squares += (x[r * channels + c] - sum / rows) * (x[r * channels + c] - sum / rows);
            }
            for (int r = 0; r < rows; r++) {
                double normal = (x[r * channels + c] - sum / rows) / Math.sqrt(squares / rows + 1e-5);
                y[r * channels + c] = scale[c] * normal + shift[c];
            }
        }
        return y;
    }
}
