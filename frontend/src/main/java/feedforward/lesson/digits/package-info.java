/** The notebook's six tasks with digits: from pixels to the error rate of random weights. */
package feedforward.lesson.digits;
