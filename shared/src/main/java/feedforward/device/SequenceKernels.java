package feedforward.device;

/** Table look-up and the cells of recurrent layers, one time step each. σ and tanh are {@link ExactMath}'s. */
public interface SequenceKernels {

    /** y[r,c] = table[id,c] with id = ids[r], a whole number kept as float32. */
    void gather(Rows rows, Buffer ids, Buffer table, Buffer y);

    /** dTable[id,c] = dTable[id,c] + dY[r,c] with id = ids[r], for r = 0 … rows−1 in this order. */
    void gatherGradient(Rows rows, Buffer ids, Buffer dY, Buffer dTable);

    /**
     * One step of a long short-term memory (Hochreiter and Schmidhuber 1997). For each of N rows and H units, with z [N, 4H]
     * the sums for the gates i, f, g, o in this order: z = z + bias, then i = σ(z), f = σ(z), g = tanh(z), o = σ(z) take the
     * sums' places; c = f·cBefore + i·g (both products rounded, then the sum); tanhC = tanh(c); h = o·tanhC.
     *
     * @param rows N and H
     */
    void lstm(Rows rows, Buffer bias, LstmBuffers buffers);

    /**
     * Backward through {@link #lstm}, each operation rounded, from left to right and inner brackets first:
     * d = dC + (dH·o)·(1 − tanhC·tanhC); dZi = (d·g)·(i·(1 − i)); dZf = (d·cBefore)·(f·(1 − f)); dZg = (d·i)·(1 − g·g);
     * dZo = (dH·tanhC)·(o·(1 − o)); dC = d·f, in place.
     *
     * @param rows N and H
     */
    void lstmGradient(Rows rows, LstmBuffers buffers, LstmGradients gradients);

    /**
     * One step of a gated recurrent unit (Cho et al. 2014, with the reset gate behind the product as in cuDNN and PyTorch).
     * For each of N rows and H units, with zx [N, 3H] the input's sums and zh [N, 3H] the state's, for r, z, n in this order,
     * to both of which the caller has added its bias: r = σ(zx + zh); z = σ(zx + zh); n = tanh(zx + r·zh) take zx's places;
     * zh's n part stays, its other parts are undefined; h = (1 − z)·n + z·hBefore.
     *
     * @param rows N and H
     */
    void gru(Rows rows, GruBuffers buffers);

    /**
     * Backward through {@link #gru}: dN = (dH·(1 − z))·(1 − n·n); dZ = (dH·(hBefore − n))·(z·(1 − z));
     * dR = (dN·zhN)·(r·(1 − r)). Written: dZx = dR, dZ, dN; dZh = dR, dZ, dN·r; dHBefore = dH·z.
     *
     * @param rows N and H
     */
    void gruGradient(Rows rows, GruBuffers buffers, GruGradients gradients);
}
