/** Logistic regression: the sigmoid, its limits, and the fit. */
package feedforward.lesson.logistic;
