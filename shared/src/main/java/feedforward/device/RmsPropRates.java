package feedforward.device;

/** The numbers of one {@link UpdateKernels#rmsProp} update. */
public record RmsPropRates(float rate, float decay, float epsilon) {}
