package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Buffer;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.NormalisationKernels;
import feedforward.device.Rows;

/** {@link NormalisationKernels} of {@code normalisation.ts}. */
final class WasmNormalisation implements NormalisationKernels {

    @Override
    public void statistics(Rows rows, Buffer x, Buffer mean, Buffer variance) {
        Kernels.statistics(rows.rows(), rows.columns(), at(x), at(mean), at(variance));
    }

    @Override
    public void blend(int n, float part, Buffer fresh, Buffer old) {
        Kernels.blend(n, part, at(fresh), at(old));
    }

    @Override
    public void normalise(Rows rows, float epsilon, NormalisationBuffers buffers) {
        Kernels.normalise(
                rows.rows(),
                rows.columns(),
                epsilon,
                at(buffers.x()),
                at(buffers.mean()),
                at(buffers.variance()),
                at(buffers.scale()),
                at(buffers.shift()),
                at(buffers.y()));
    }

    @Override
    public void gradient(Rows rows, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients) {
        Kernels.normaliseGradient(
                rows.rows(),
                rows.columns(),
                epsilon,
                at(buffers.x()),
                at(buffers.mean()),
                at(buffers.variance()),
                at(buffers.scale()),
                at(gradients.dY()),
                at(gradients.dScale()),
                at(gradients.dShift()),
                at(gradients.dX()));
    }
}
