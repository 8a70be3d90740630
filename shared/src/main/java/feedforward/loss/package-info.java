/** How wrong a network's output is, and in which direction. Imports tensor and device. */
package feedforward.loss;
