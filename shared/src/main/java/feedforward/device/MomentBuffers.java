package feedforward.device;

/** The gradient g, what an optimiser remembers u, and the weight w, [n] each. */
public record MomentBuffers(Buffer g, Buffer u, Buffer w) {}
