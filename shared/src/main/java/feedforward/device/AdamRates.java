package feedforward.device;

/**
 * The numbers of one {@link UpdateKernels#adam} update.
 *
 * @param rate the learning rate / (1 − β₁ᵗ)
 * @param correction 1 / √(1 − β₂ᵗ)
 */
public record AdamRates(float rate, float beta1, float beta2, float correction, float epsilon) {}
