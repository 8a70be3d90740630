/**
 * The device of browsers with SIMD: buffers are places in the memory of a second WebAssembly module, whose kernels, written in
 * AssemblyScript ({@code src/main/assembly}), Java calls directly. Imports the seam and nothing else of ours.
 */
package feedforward.wasm;
