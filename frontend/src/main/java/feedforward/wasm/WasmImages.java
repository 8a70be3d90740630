package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.ImageKernels;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;

/** {@link ImageKernels} of {@code convolution.ts} and {@code pooling.ts}, whose sizes are set by a call of their own. */
final class WasmImages implements ImageKernels {

    @Override
    public void convolve(Convolution convolution, Buffer x, Buffer k, Buffer y) {
        set(convolution);
        Kernels.convolve(at(x), at(k), at(y));
    }

    @Override
    public void convolveInputGradient(Convolution convolution, Buffer dY, Buffer k, Buffer dX) {
        set(convolution);
        Kernels.convolveInputGradient(at(dY), at(k), at(dX));
    }

    @Override
    public void convolveKernelGradient(Convolution convolution, Buffer x, Buffer dY, Buffer dK) {
        set(convolution);
        Kernels.convolveKernelGradient(at(x), at(dY), at(dK));
    }

    @Override
    public void maxPool(Pooling pooling, Buffer x, Buffer y) {
        set(pooling);
        Kernels.maxPool(at(x), at(y));
    }

    @Override
    public void maxPoolGradient(Pooling pooling, PoolingBuffers buffers) {
        set(pooling);
        Kernels.maxPoolGradient(at(buffers.x()), at(buffers.y()), at(buffers.dY()), at(buffers.dX()));
    }

    @Override
    public void averagePool(Pooling pooling, Buffer x, Buffer y) {
        set(pooling);
        Kernels.averagePool(at(x), at(y));
    }

    @Override
    public void averagePoolGradient(Pooling pooling, Buffer dY, Buffer dX) {
        set(pooling);
        Kernels.averagePoolGradient(at(dY), at(dX));
    }

    private static void set(Convolution sizes) {
        Kernels.convolution(
                sizes.batch(),
                sizes.in().height(),
                sizes.in().width(),
                sizes.in().channels(),
                sizes.out().height(),
                sizes.out().width(),
                sizes.out().channels(),
                sizes.kernel(),
                sizes.stride(),
                sizes.top(),
                sizes.left());
    }

    private static void set(Pooling sizes) {
        Kernels.pooling(
                sizes.batch(),
                sizes.in().height(),
                sizes.in().width(),
                sizes.out().height(),
                sizes.out().width(),
                sizes.in().channels(),
                sizes.height(),
                sizes.width(),
                sizes.stride());
    }
}
