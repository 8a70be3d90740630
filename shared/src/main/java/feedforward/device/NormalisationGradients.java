package feedforward.device;

/** dY in and dX out, [rows, columns]; dScale and dShift [columns], added to. */
public record NormalisationGradients(Buffer dY, Buffer dScale, Buffer dShift, Buffer dX) {}
