package feedforward.device;

/** zx [N, 3H], the input's sums before and r, z, n after the forward pass; zh [N, 3H], the state's; hBefore and h [N, H]. */
public record GruBuffers(Buffer zx, Buffer zh, Buffer hBefore, Buffer h) {}
