/** How gradients change parameters. Imports tensor and device. */
package feedforward.optimiser;
