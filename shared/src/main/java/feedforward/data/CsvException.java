package feedforward.data;

/** A CSV file that breaks a rule: the message names line and column, the expected and the actual content. */
public final class CsvException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CsvException(String message) {
        super(message);
    }
}
