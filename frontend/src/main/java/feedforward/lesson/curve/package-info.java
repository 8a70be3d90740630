/** Notebook 0: a network of one hidden layer learns a curve whose points can be moved meanwhile. */
package feedforward.lesson.curve;
