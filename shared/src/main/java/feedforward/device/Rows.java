package feedforward.device;

/** The sizes of a row-major matrix [rows, columns]. */
public record Rows(int rows, int columns) {
    public int elements() {
        return rows * columns;
    }
}
