package feedforward.page;

/**
 * A device in a visitor's words.
 *
 * @param name such as "SIMD kernels"
 * @param meaning what that is, a sentence
 */
public record DeviceWords(String name, String meaning) {

    /** @param device as programs call it: "heap", "vector", "wasm" */
    public static DeviceWords of(String device) {
        return switch (device) {
            case "heap" ->
                new DeviceWords(
                        "plain Java",
                        "Plain Java computes one number at a time, and every other way gives its very bits.");
            case "vector" ->
                new DeviceWords(
                        "Java with SIMD", "One instruction of the processor (SIMD) computes several numbers at once.");
            case "wasm" ->
                new DeviceWords(
                        "SIMD kernels", "One instruction of the processor (SIMD) computes four numbers at once.");
            default -> new DeviceWords(device, "");
        };
    }

    /** With its threads, as in "SIMD kernels, 2 threads". */
    public String on(int threads) {
        return name + ", " + threads + (threads == 1 ? " thread" : " threads");
    }
}
