package feedforward.model;

/** A safetensors file that cannot be read, or a content that cannot be written as one; the message names the tensor. */
public final class SafetensorsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SafetensorsException(String message) {
        super(message);
    }

    SafetensorsException(String message, Throwable cause) {
        super(message, cause);
    }
}
