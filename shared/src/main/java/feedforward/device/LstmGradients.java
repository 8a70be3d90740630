package feedforward.device;

/** dH [N, H] in; dC [N, H] in and out, for the step before; dZ [N, 4H] out. */
public record LstmGradients(Buffer dH, Buffer dC, Buffer dZ) {}
