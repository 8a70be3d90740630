package feedforward.wire;

/** A float32 as the JSON number that narrows to it. */
final class ExactNumber {
    private ExactNumber() {}

    /** The short decimal where it narrows to the same float, which it may not in TeaVM; else all the float's digits. */
    static double of(float value) {
        double decimal = Double.parseDouble(Float.toString(value));
        return (float) decimal == value ? decimal : value;
    }
}
