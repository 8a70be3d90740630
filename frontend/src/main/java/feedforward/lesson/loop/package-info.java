/** The training loop: put together from its steps, then run on digits. */
package feedforward.lesson.loop;
