/** The black-box learner: three knobs, a run on MNIST, then a closer look at what was learned. */
package feedforward.lesson.learner;
