/** Linear regression: two sliders, a cost, gradient descent. */
package feedforward.lesson.line;
