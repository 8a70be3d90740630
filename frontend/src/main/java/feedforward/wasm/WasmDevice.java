package feedforward.wasm;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.KernelFamilies;
import java.util.Arrays;

/**
 * The fast device of a page: kernels of four float32 values at a time on several threads. There is one team of threads and one
 * memory, of which each device has the buffers that it allocated, until it is closed. Mutable.
 */
public final class WasmDevice implements Device {
    private static final int BYTES = 4;
    /** Multiplications that are worth a fork of a few microseconds. */
    private static final int LEAST_WORK = 40_000;

    private final KernelFamilies kernels = new KernelFamilies(
            new WasmLinear(),
            new WasmElements(),
            new WasmImages(),
            new WasmNormalisation(),
            new WasmSequences(),
            new WasmLosses(),
            new WasmUpdates());
    private int[] addresses = new int[64];
    private int count;

    /** How many threads the page has; 0 where its browser has no SIMD, and this device no kernels. */
    public static int mostThreads() {
        return KernelTeam.team().getThreads();
    }

    /** @param threads how many threads the kernels use from now on, those of all devices: 1 to {@link #mostThreads} */
    public WasmDevice(int threads) {
        this(threads, LEAST_WORK);
    }

    /** @param leastWork how many multiplications each of a kernel's threads gets at least: 1 splits whatever can be split */
    public WasmDevice(int threads, int leastWork) {
        Kernels.useThreads(threads, leastWork);
    }

    /** How many threads the kernels of all devices use from now on; no result depends on it. */
    public static void useThreads(int threads) {
        Kernels.useThreads(threads, LEAST_WORK);
    }

    @Override
    public String name() {
        return "wasm";
    }

    /** @throws IllegalStateException if the browser gives no more memory */
    @Override
    public Buffer allocate(int length) {
        int address = length < Integer.MAX_VALUE / BYTES ? Kernels.allocate(BYTES * length) : 0;
        if (address == 0) {
            throw new IllegalStateException("Memory: expected room for " + length
                    + " more numbers but the browser gives none; take a smaller batch or network");
        }
        remember(address);
        Kernels.clear(length, address);
        return new WasmBuffer(address, length);
    }

    @Override
    public KernelFamilies kernels() {
        return kernels;
    }

    /** Gives this device's buffers back; none may be used any more. */
    @Override
    public void close() {
        for (int i = 0; i < count; i++) {
            Kernels.free(addresses[i]);
        }
        count = 0;
    }

    /** The bytes of the buffers of all devices that are not closed, and of what the kernels keep for themselves. */
    public static int bytesInUse() {
        return Kernels.bytesInUse();
    }

    /** The bytes that the browser has given for all this. */
    public static int bytesHeld() {
        return Kernels.bytesHeld();
    }

    private void remember(int address) {
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * count);
        }
        addresses[count] = address;
        count++;
    }
}
