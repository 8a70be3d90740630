/** What a classifier gets wrong: the figure of a classifier explained, on the shipped network and on ones trained in the page. */
package feedforward.lesson.evaluation;
