/** Full, mini-batch and single-example descent, side by side. */
package feedforward.lesson.batching;
