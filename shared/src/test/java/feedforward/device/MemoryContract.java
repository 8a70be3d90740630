package feedforward.device;

import org.junit.jupiter.api.Test;

/** {@link Buffer}: what is written can be read. */
abstract class MemoryContract extends KernelContract {

    MemoryContract(Device device) {
        super(device);
    }

    @Test
    void aNewBufferHoldsZeros() {
        for (int n : SIZES) {
            Buffer buffer = device.allocate(n);
            float[] values = filled(buffer.length(), 1f);
            buffer.read(0, values, 0, n);
            assertSameBits("a new buffer of " + n, new float[n], values);
        }
    }

    @Test
    void writeAndReadMoveExactlyTheRangeTheyAreGiven() {
        Buffer buffer = device.allocate(6);
        buffer.write(2, new float[] {9, 1, -0f, Float.MIN_VALUE, 9}, 1, 3);
        float[] read = {7, 7, 7, 7, 7, 7};
        buffer.read(1, read, 2, 3);
        assertSameBits("range", new float[] {7, 7, 0, 1, -0f, 7}, read);
    }

    @Test
    void aPixelIsItsByteDividedBy255() {
        byte[] bytes = new byte[3 + 256 + 5];
        float[] expected = new float[2 + 256 + 1];
        for (int value = 0; value < 256; value++) {
            bytes[3 + value] = (byte) value;
            expected[2 + value] = value / 255f;
        }
        Buffer buffer = device.allocate(expected.length);
        buffer.writePixels(2, bytes, 3, 251);
        buffer.slice(2 + 251, 5).writePixels(0, bytes, 3 + 251, 5);
        float[] read = new float[expected.length];
        buffer.read(0, read, 0, read.length);
        assertSameBits("pixels", expected, read);
    }
}
