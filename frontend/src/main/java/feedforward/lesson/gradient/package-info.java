/** The gradient by hand: a formula out of pieces, a referee, and what the notebook's formula costs. */
package feedforward.lesson.gradient;
