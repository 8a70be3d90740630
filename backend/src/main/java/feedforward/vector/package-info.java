/**
 * The JVM's fast device: the kernels as SIMD vectors ({@code jdk.incubator.vector}) on several threads, to the same bits as
 * the reference. Runs only where the JVM was started with {@code --add-modules jdk.incubator.vector}. Imports shared's device.
 */
package feedforward.vector;
