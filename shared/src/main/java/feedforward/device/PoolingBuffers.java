package feedforward.device;

/** What the gradient of a maximum reads and writes: x and y of the forward pass and dY in, dX out. */
public record PoolingBuffers(Buffer x, Buffer y, Buffer dY, Buffer dX) {}
