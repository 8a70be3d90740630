package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageKernels;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;
import java.util.HashMap;
import java.util.Map;

/** {@link ImageKernels}: convolution and maxima as vectors; averages, rare and cheap, by the reference. Mutable: keeps
 * the call at hand and where the pixels of windows lie. */
final class VectorImages implements ImageKernels {
    private final Team team;
    private final ImageKernels reference;
    private final DirectConvolution forward;
    private final DirectConvolution backward;
    private final KernelGradient kernelGradient;
    private final Team.Range maximum = this::maximum;
    private final Team.Range maximumGradient = this::maximumGradient;
    private final Map<Pooling, int[]> known = new HashMap<>();

    private Pooling pooling;
    private int[] places;
    private HeapBuffer x;
    private HeapBuffer y;
    private HeapBuffer dY;
    private HeapBuffer dX;

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
        take(pooling, x, y);
        team.each(pooling.batch(), (long) pooling.batch() * pooling.in().elements(), maximum);
    }

    @Override
    public void maxPoolGradient(Pooling pooling, PoolingBuffers buffers) {
        take(pooling, buffers.x(), buffers.y());
        dY = HeapBuffer.of(buffers.dY());
        dX = HeapBuffer.of(buffers.dX());
        team.each(pooling.batch(), 2L * pooling.batch() * pooling.in().elements(), maximumGradient);
    }

    @Override
    public void averagePool(Pooling pooling, Buffer x, Buffer y) {
        reference.averagePool(pooling, x, y);
    }

    @Override
    public void averagePoolGradient(Pooling pooling, Buffer dY, Buffer dX) {
        reference.averagePoolGradient(pooling, dY, dX);
    }

    private void take(Pooling pooling, Buffer x, Buffer y) {
        this.pooling = pooling;
        places = known.computeIfAbsent(pooling, PoolingLoops::places);
        this.x = HeapBuffer.of(x);
        this.y = HeapBuffer.of(y);
    }

    private void maximum(int first, int last, float[] scratch) {
        PoolingLoops.maximum(pooling, places, first, last, x, y);
    }

    private void maximumGradient(int first, int last, float[] scratch) {
        PoolingLoops.gradient(pooling, places, first, last, x, y, dY, dX);
    }
}
