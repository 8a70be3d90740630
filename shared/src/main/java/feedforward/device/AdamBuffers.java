package feedforward.device;

/** The gradient g, its moving mean m, that of its square v, and the weight w, [n] each. */
public record AdamBuffers(Buffer g, Buffer m, Buffer v, Buffer w) {}
