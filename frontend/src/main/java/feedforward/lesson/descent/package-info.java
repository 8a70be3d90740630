/** Gradient descent on a cost surface: contours, a ball, and the way that it takes. */
package feedforward.lesson.descent;
