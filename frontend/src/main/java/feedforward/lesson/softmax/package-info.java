/** Softmax: from scores to probabilities, and for two classes the sigmoid. */
package feedforward.lesson.softmax;
