package feedforward.data;

/** Arrays in which a batch is put together before it goes to the device: x [N, features], t [N, targets]. Mutable. */
public record HostBatch(float[] x, float[] t) {}
