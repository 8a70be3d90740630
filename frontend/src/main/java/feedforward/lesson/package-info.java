/**
 * The course: each lesson in a package of its own, which knows no other lesson, and what all of them need: the address, the ticker,
 * the contents' ticks, and what runs a training on digits.
 */
package feedforward.lesson;
