package feedforward.device;

/** dH [N, H] in; dZx and dZh [N, 3H] and dHBefore [N, H] out, the last without what comes back through zh. */
public record GruGradients(Buffer dH, Buffer dZx, Buffer dZh, Buffer dHBefore) {}
