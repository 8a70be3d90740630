package feedforward.data;

/**
 * Arrays in which a batch is put together before it goes to the device: x [N, features], t [N, targets]. Mutable; x is not up to
 * date where examples go to the device by themselves, see {@link Examples#send}.
 */
public record HostBatch(float[] x, float[] t) {}
