package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.AdamBuffers;
import feedforward.device.AdamConstants;
import feedforward.device.Buffer;
import feedforward.device.MomentBuffers;
import feedforward.device.UpdateKernels;

/** {@link UpdateKernels} of {@code updates.ts}. */
final class WasmUpdates implements UpdateKernels {

    @Override
    public void sgd(int n, float rate, Buffer g, Buffer w) {
        Kernels.sgd(n, rate, at(g), at(w));
    }

    @Override
    public void momentum(int n, float rate, float momentum, MomentBuffers buffers) {
        Kernels.momentum(n, rate, momentum, false, at(buffers.g()), at(buffers.u()), at(buffers.w()));
    }

    @Override
    public void nesterov(int n, float rate, float momentum, MomentBuffers buffers) {
        Kernels.momentum(n, rate, momentum, true, at(buffers.g()), at(buffers.u()), at(buffers.w()));
    }

    @Override
    public void adagrad(int n, float rate, float epsilon, MomentBuffers buffers) {
        Kernels.adagrad(n, rate, epsilon, at(buffers.g()), at(buffers.u()), at(buffers.w()));
    }

    @Override
    public void rmsProp(int n, float rate, float decay, float epsilon, MomentBuffers buffers) {
        Kernels.rmsProp(n, rate, decay, epsilon, at(buffers.g()), at(buffers.u()), at(buffers.w()));
    }

    @Override
    public void adam(int n, float rate, float correction, AdamConstants constants, AdamBuffers buffers) {
        Kernels.adam(
                n,
                rate,
                constants.beta1(),
                constants.beta2(),
                correction,
                constants.epsilon(),
                at(buffers.g()),
                at(buffers.m()),
                at(buffers.v()),
                at(buffers.w()));
    }

    @Override
    public void decay(int n, float factor, Buffer w) {
        Kernels.scale(n, factor, at(w), at(w));
    }

    @Override
    public void addPenaltyGradient(int n, float l1, float l2, Buffer w, Buffer g) {
        Kernels.addPenaltyGradient(n, l1, l2, at(w), at(g));
    }

    @Override
    public double sumOfSquares(int n, Buffer x) {
        return Kernels.sumOfSquares(n, at(x));
    }
}
