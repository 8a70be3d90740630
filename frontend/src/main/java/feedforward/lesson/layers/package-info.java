/** A model of a model: layers of one unit, their parameters, and why linear ones stay a line. */
package feedforward.lesson.layers;
