package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Activation;
import feedforward.device.Buffer;
import feedforward.device.Dropout;
import feedforward.device.ElementKernels;
import feedforward.device.Rows;

/** {@link ElementKernels} of {@code elements.ts} and {@code softmax.ts}. */
final class WasmElements implements ElementKernels {

    @Override
    public void fill(int n, float value, Buffer x) {
        Kernels.fill(n, value, at(x));
    }

    @Override
    public void add(int n, Buffer x, Buffer y) {
        Kernels.add(n, at(x), at(y));
    }

    @Override
    public void scale(int n, float factor, Buffer x, Buffer y) {
        Kernels.scale(n, factor, at(x), at(y));
    }

    @Override
    public void biasActivation(Activation f, Rows rows, Buffer bias, Buffer z, Buffer y) {
        Kernels.biasActivation(f.ordinal(), rows.rows(), rows.columns(), at(bias), at(z), at(y));
    }

    @Override
    public void activation(Activation f, int n, Buffer z, Buffer y) {
        Kernels.activation(f.ordinal(), n, at(z), at(y));
    }

    @Override
    public void activationGradient(Activation f, int n, Buffer saved, Buffer dY, Buffer dZ) {
        Kernels.activationGradient(f.ordinal(), n, at(saved), at(dY), at(dZ));
    }

    @Override
    public void dropout(Dropout dropout, int n, Buffer x, Buffer y) {
        Kernels.dropout(
                dropout.counter().key0(),
                dropout.counter().key1(),
                dropout.threshold(),
                dropout.scale(),
                n,
                at(x),
                at(y));
    }

    @Override
    public void softmax(Rows rows, Buffer z, Buffer p) {
        Kernels.softmax(rows.rows(), rows.columns(), at(z), at(p));
    }

    @Override
    public void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ) {
        Kernels.softmaxGradient(rows.rows(), rows.columns(), at(p), at(dP), at(dZ));
    }
}
