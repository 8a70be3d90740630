/** The gallery of activation functions: value, slope, and where each goes flat. */
package feedforward.lesson.activations;
