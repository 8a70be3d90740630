package feedforward.device;

/** gates [N, 4H], sums before and i, f, g, o after the forward pass; cBefore, c, tanhC and h [N, H]. */
public record LstmBuffers(Buffer gates, Buffer cBefore, Buffer c, Buffer tanhC, Buffer h) {}
