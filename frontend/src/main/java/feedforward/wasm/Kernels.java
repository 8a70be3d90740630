package feedforward.wasm;

import org.teavm.interop.Import;

/**
 * The exports of {@code src/main/assembly/index.ts}, which says what each does, as functions that are called without any
 * JavaScript in between. Addresses are in bytes; what they point to is the kernels' memory, not Java's.
 */
final class Kernels {
    private Kernels() {}

    @Import(module = "kernels", name = "convolution")
    static native void convolution(
            int batch,
            int inHeight,
            int inWidth,
            int channels,
            int outHeight,
            int outWidth,
            int filters,
            int kernel,
            int stride,
            int top,
            int left);

    @Import(module = "kernels", name = "convolve")
    static native void convolve(int x, int k, int y);

    @Import(module = "kernels", name = "convolveInputGradient")
    static native void convolveInputGradient(int dY, int k, int dX);

    @Import(module = "kernels", name = "convolveKernelGradient")
    static native void convolveKernelGradient(int x, int dY, int dK);

    @Import(module = "kernels", name = "activation")
    static native void activation(int f, int n, int z, int y);

    @Import(module = "kernels", name = "activationGradient")
    static native void activationGradient(int f, int n, int saved, int dY, int dZ);

    @Import(module = "kernels", name = "add")
    static native void add(int n, int x, int y);

    @Import(module = "kernels", name = "biasActivation")
    static native void biasActivation(int f, int rows, int columns, int bias, int z, int y);

    @Import(module = "kernels", name = "dropout")
    static native void dropout(int key0, int key1, int threshold, float factor, int n, int x, int y);

    @Import(module = "kernels", name = "fill")
    static native void fill(int n, float value, int x);

    @Import(module = "kernels", name = "scale")
    static native void scale(int n, float factor, int x, int y);

    @Import(module = "kernels", name = "gemm")
    static native void gemm(
            int m,
            int n,
            int k,
            boolean transposeA,
            boolean transposeB,
            boolean accumulate,
            boolean again,
            int a,
            int b,
            int c);

    @Import(module = "kernels", name = "addColumnSums")
    static native void addColumnSums(int rows, int columns, int x, int sum);

    @Import(module = "kernels", name = "transpose")
    static native void transpose(int outer, int rows, int columns, int inner, int x, int y);

    @Import(module = "kernels", name = "allocate")
    static native int allocate(int bytes);

    @Import(module = "kernels", name = "bytesHeld")
    static native int bytesHeld();

    @Import(module = "kernels", name = "bytesInUse")
    static native int bytesInUse();

    @Import(module = "kernels", name = "clear")
    static native void clear(int n, int x);

    @Import(module = "kernels", name = "free")
    static native void free(int address);

    @Import(module = "kernels", name = "read")
    static native float read(int x);

    @Import(module = "kernels", name = "write")
    static native void write(int x, float value);

    @Import(module = "kernels", name = "write16")
    static native void write16(
            int x,
            float v0,
            float v1,
            float v2,
            float v3,
            float v4,
            float v5,
            float v6,
            float v7,
            float v8,
            float v9,
            float v10,
            float v11,
            float v12,
            float v13,
            float v14,
            float v15);

    @Import(module = "kernels", name = "writePixels")
    static native void writePixels(int x, int p0, int p1, int p2, int p3);

    @Import(module = "kernels", name = "normalise")
    static native void normalise(
            int rows, int columns, float epsilon, int x, int mean, int variance, int scale, int shift, int y);

    @Import(module = "kernels", name = "normaliseGradient")
    static native void normaliseGradient(
            int rows,
            int columns,
            float epsilon,
            int x,
            int mean,
            int variance,
            int scale,
            int dY,
            int dScale,
            int dShift,
            int dX);

    @Import(module = "kernels", name = "statistics")
    static native void statistics(int rows, int columns, int x, int mean, int variance);

    @Import(module = "kernels", name = "averagePool")
    static native void averagePool(int x, int y);

    @Import(module = "kernels", name = "averagePoolGradient")
    static native void averagePoolGradient(int dY, int dX);

    @Import(module = "kernels", name = "maxPool")
    static native void maxPool(int x, int y);

    @Import(module = "kernels", name = "maxPoolGradient")
    static native void maxPoolGradient(int x, int y, int dY, int dX);

    @Import(module = "kernels", name = "pooling")
    static native void pooling(
            int batch,
            int inHeight,
            int inWidth,
            int outHeight,
            int outWidth,
            int channels,
            int height,
            int width,
            int stride);

    @Import(module = "kernels", name = "gather")
    static native void gather(int rows, int columns, int ids, int table, int y);

    @Import(module = "kernels", name = "gatherGradient")
    static native void gatherGradient(int rows, int columns, int ids, int dY, int dTable);

    @Import(module = "kernels", name = "gru")
    static native void gru(int rows, int units, int zx, int zh, int hBefore, int h);

    @Import(module = "kernels", name = "gruGradient")
    static native void gruGradient(
            int rows, int units, int zx, int zh, int hBefore, int dH, int dZx, int dZh, int dHBefore);

    @Import(module = "kernels", name = "lstm")
    static native void lstm(int rows, int units, int bias, int gates, int cBefore, int c, int tanhC, int h);

    @Import(module = "kernels", name = "lstmGradient")
    static native void lstmGradient(int rows, int units, int gates, int cBefore, int tanhC, int dH, int dC, int dZ);

    @Import(module = "kernels", name = "elementLoss")
    static native void elementLoss(
            int kind, int rows, int columns, float scale, int output, int target, int loss, int gradient);

    @Import(module = "kernels", name = "softmax")
    static native void softmax(int rows, int columns, int z, int p);

    @Import(module = "kernels", name = "softmaxCrossEntropy")
    static native void softmaxCrossEntropy(
            int rows, int columns, float scale, int output, int target, int loss, int gradient);

    @Import(module = "kernels", name = "softmaxGradient")
    static native void softmaxGradient(int rows, int columns, int p, int dP, int dZ);

    @Import(module = "kernels", name = "useThreads")
    static native void useThreads(int count, int work);

    @Import(module = "kernels", name = "adagrad")
    static native void adagrad(int n, float rate, float epsilon, int g, int u, int w);

    @Import(module = "kernels", name = "adam")
    static native void adam(
            int n, float rate, float beta1, float beta2, float correction, float epsilon, int g, int m, int v, int w);

    @Import(module = "kernels", name = "addPenaltyGradient")
    static native void addPenaltyGradient(int n, float l1, float l2, int w, int g);

    @Import(module = "kernels", name = "blend")
    static native void blend(int n, float part, int fresh, int old);

    @Import(module = "kernels", name = "momentum")
    static native void momentum(int n, float rate, float momentum, boolean ahead, int g, int u, int w);

    @Import(module = "kernels", name = "rmsProp")
    static native void rmsProp(int n, float rate, float decay, float epsilon, int g, int u, int w);

    @Import(module = "kernels", name = "sgd")
    static native void sgd(int n, float rate, int g, int w);

    @Import(module = "kernels", name = "smooth")
    static native void smooth(int n, float keep, float share, int t);

    @Import(module = "kernels", name = "sumOfSquares")
    static native double sumOfSquares(int n, int x);
}
