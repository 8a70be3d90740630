package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageKernels;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;

/** {@link ImageKernels}: convolution and maxima as vectors; averages, rare and cheap, by the reference. */
final class VectorImages implements ImageKernels {
    private final Team team;
    private final ImageKernels reference;
    private final DirectConvolution forward;
    private final DirectConvolution backward;
    private final KernelGradient kernelGradient;

    VectorImages(Team team, ImageKernels reference) {
        this.team = team;
        this.reference = reference;
        forward = new DirectConvolution(team, false);
        backward = new DirectConvolution(team, true);
        kernelGradient = new KernelGradient(team);
    }

    @Override
    public void convolve(Convolution convolution, Buffer x, Buffer k, Buffer y) {
        forward.run(convolution, HeapBuffer.of(x), HeapBuffer.of(k), HeapBuffer.of(y));
    }

    @Override
    public void convolveInputGradient(Convolution convolution, Buffer dY, Buffer k, Buffer dX) {
        backward.run(convolution, HeapBuffer.of(dY), HeapBuffer.of(k), HeapBuffer.of(dX));
    }

    @Override
    public void convolveKernelGradient(Convolution convolution, Buffer x, Buffer dY, Buffer dK) {
        kernelGradient.run(convolution, HeapBuffer.of(x), HeapBuffer.of(dY), HeapBuffer.of(dK));
    }

    @Override
    public void maxPool(Pooling pooling, Buffer x, Buffer y) {
        team.each(
                pooling.batch(),
                (long) pooling.batch() * pooling.in().elements(),
                (first, last, scratch) ->
                        PoolingLoops.maximum(pooling, first, last, HeapBuffer.of(x), HeapBuffer.of(y)));
    }

    @Override
    public void maxPoolGradient(Pooling pooling, PoolingBuffers buffers) {
        HeapBuffer x = HeapBuffer.of(buffers.x());
        HeapBuffer y = HeapBuffer.of(buffers.y());
        HeapBuffer dY = HeapBuffer.of(buffers.dY());
        HeapBuffer dX = HeapBuffer.of(buffers.dX());
        team.each(
                pooling.batch(),
                2L * pooling.batch() * pooling.in().elements(),
                (first, last, scratch) -> PoolingLoops.gradient(pooling, first, last, x, y, dY, dX));
    }

    @Override
    public void averagePool(Pooling pooling, Buffer x, Buffer y) {
        reference.averagePool(pooling, x, y);
    }

    @Override
    public void averagePoolGradient(Pooling pooling, Buffer dY, Buffer dX) {
        reference.averagePoolGradient(pooling, dY, dX);
    }
}
