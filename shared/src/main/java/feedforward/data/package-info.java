/** What networks learn from: examples, splits, file formats and drawn digits. Imports tensor and device. */
package feedforward.data;
