package feedforward.layer;

/** The one check of a layer's whole numbers. */
final class Bounds {
    private Bounds() {}

    /** @throws IllegalArgumentException if the value is outside least … most */
    static void require(String where, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    where + ": expected an integer in [" + least + ", " + most + "] but was " + value);
        }
    }
}
