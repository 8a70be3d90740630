package feedforward.device;

/** The numbers of {@link UpdateKernels#adam} that stay the same in all steps of a run. */
public record AdamConstants(float beta1, float beta2, float epsilon) {}
