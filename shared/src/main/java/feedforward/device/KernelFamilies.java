package feedforward.device;

/**
 * All kernels of a device, by what they are for.
 *
 * @param linear matrix products and what goes with them
 * @param elements functions of elements and of rows: activations, dropout, softmax
 * @param images convolution and pooling
 * @param normalisation normalisation by a batch's own statistics
 * @param sequences table look-up and the cells of recurrent layers
 * @param losses losses and their gradients
 * @param updates what optimisers do to weights
 */
public record KernelFamilies(
        LinearKernels linear,
        ElementKernels elements,
        ImageKernels images,
        NormalisationKernels normalisation,
        SequenceKernels sequences,
        LossKernels losses,
        UpdateKernels updates) {}
