package feedforward.device;

/**
 * 32 random bits as a function of an index, behind two keys: two rounds of a 32-bit bijection ("lowbias32", C. Wellons
 * 2018), one behind each key. Only 32-bit operations, as SIMD units have them.
 */
public record Counter(int key0, int key1) {

    /** 32 uniform bits. */
    public int bits(int index) {
        return mix(mix(index ^ key0) ^ key1);
    }

    private static int mix(int value) {
        int x = value;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ (x >>> 16);
    }
}
