package feedforward.device;

/** x and y [rows, columns]; the mean, variance, scale (γ) and shift (β) of each column. */
public record NormalisationBuffers(Buffer x, Buffer mean, Buffer variance, Buffer scale, Buffer shift, Buffer y) {}
