package feedforward.device;

/** Rows, columns and channels of one image, which lies in memory as [height, width, channels]. */
public record ImageSize(int height, int width, int channels) {

    public int pixels() {
        return height * width;
    }

    public int elements() {
        return height * width * channels;
    }
}
