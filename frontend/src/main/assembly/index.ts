// The kernels of feedforward.device for four float32 values at a time: what a page's Java calls directly. Addresses are bytes of
// the memory that is shared with the helpers. Every result is the ordered sequence of rounded operations that the Java interfaces
// define: no fused multiply-add, no sum in another order.
export { convolution, convolve } from "./convolution";
export { activation, activationGradient, add, biasActivation, dropout, fill, scale } from "./elements";
export { gemm } from "./gemm";
export { convolveInputGradient } from "./inputgradient";
export { convolveKernelGradient } from "./kernelgradient";
export { addColumnSums, transpose } from "./linear";
export { allocate, bytesHeld, bytesInUse, clear, free, read, write, write16, writePixels } from "./memory";
export { normalise, normaliseGradient, statistics } from "./normalisation";
export { averagePool, averagePoolGradient, maxPool, maxPoolGradient, pooling } from "./pooling";
export { gather, gatherGradient, gru, gruGradient, lstm, lstmGradient } from "./sequences";
export { elementLoss, softmax, softmaxCrossEntropy, softmaxGradient } from "./softmax";
export { giveUp, help, useThreads } from "./team";
export {
  adagrad, adam, addPenaltyGradient, blend, momentum, rmsProp, sgd, smooth, sumOfSquares,
} from "./updates";
