/**
 * The seam between meaning and speed: memory and the kernels that run on it. {@link feedforward.device.Device} says what
 * each kernel computes, {@link feedforward.device.HeapDevice} is the reference. Imports nothing of ours.
 */
package feedforward.device;
