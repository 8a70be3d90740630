/** Backpropagation: one example forward and backward through a small network, a node at a time. */
package feedforward.lesson.backprop;
