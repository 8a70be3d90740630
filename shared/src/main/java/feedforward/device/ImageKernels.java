package feedforward.device;

/** Convolution and pooling of images [N, H, W, C]. What lies outside of an image takes no part in any sum or maximum. */
public interface ImageKernels {

    /**
     * Cross-correlation, what the field calls convolution. y[n,i,j,o] starts at 0; then over the taps (u, v, c) in
     * ascending order, c fastest, where row h = i·stride + u − top and column w = j·stride + v − left lie within the image:
     * y = y + x[n,h,w,c]·k[u,v,c,o], the product rounded, then the sum.
     *
     * @param x [N, H, W, C]
     * @param k [kernel, kernel, C, O]
     * @param y [N, outHeight, outWidth, O]
     */
    void convolve(Convolution convolution, Buffer x, Buffer k, Buffer y);

    /**
     * dX[n,h,w,c] starts at 0; then over (u, v, o) in ascending order, o fastest, where (h + top − u) and (w + left − v) are
     * multiples i·stride and j·stride of places (i, j) of the output: dX = dX + dY[n,i,j,o]·k[u,v,c,o].
     */
    void convolveInputGradient(Convolution convolution, Buffer dY, Buffer k, Buffer dX);

    /** dK[u,v,c,o] = dK[u,v,c,o] + x[n,h,w,c]·dY[n,i,j,o] over (n, i, j) in ascending order, j fastest; h and w as above. */
    void convolveKernelGradient(Convolution convolution, Buffer x, Buffer dY, Buffer dK);

    /**
     * y[n,i,j,c] = the largest of x[n, i·stride + u, j·stride + v, c] over the window (u, v), as Math.max: a NaN in the window
     * gives NaN.
     */
    void maxPool(Pooling pooling, Buffer x, Buffer y);

    /**
     * dX starts at 0; then over (i, j) in ascending order: dX[n,h,w,c] = dX[n,h,w,c] + dY[n,i,j,c], at the first place (h, w)
     * of the window, (u, v) ascending, with x[n,h,w,c] = y[n,i,j,c]; nowhere if that is NaN.
     */
    void maxPoolGradient(Pooling pooling, PoolingBuffers buffers);

    /** y[n,i,j,c] = (Σ x over the window, (u, v) ascending from 0) / (window height·window width). */
    void averagePool(Pooling pooling, Buffer x, Buffer y);

    /**
     * dX starts at 0; then over (i, j) in ascending order, for each (h, w) of the window:
     * dX[n,h,w,c] = dX[n,h,w,c] + dY[n,i,j,c] / (window height·window width), the quotient rounded, then the sum.
     */
    void averagePoolGradient(Pooling pooling, Buffer dY, Buffer dX);
}
