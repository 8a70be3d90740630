package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Buffer;
import feedforward.device.Gemm;
import feedforward.device.LinearKernels;
import feedforward.device.Rows;
import feedforward.device.Transpose;

/** {@link LinearKernels} of {@code gemm.ts} and {@code linear.ts}. */
final class WasmLinear implements LinearKernels {

    @Override
    public void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c) {
        Kernels.gemm(
                gemm.m(),
                gemm.n(),
                gemm.k(),
                gemm.transposeA(),
                gemm.transposeB(),
                gemm.accumulate(),
                gemm.sameB(),
                at(a),
                at(b),
                at(c));
    }

    @Override
    public void addColumnSums(Rows rows, Buffer x, Buffer sum) {
        Kernels.addColumnSums(rows.rows(), rows.columns(), at(x), at(sum));
    }

    @Override
    public void transpose(Transpose axes, Buffer x, Buffer y) {
        Kernels.transpose(axes.outer(), axes.rows(), axes.columns(), axes.inner(), at(x), at(y));
    }
}
