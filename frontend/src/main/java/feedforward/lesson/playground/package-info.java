/** The playground: a network that divides a plane, with every knob, and its weights to be changed by hand. */
package feedforward.lesson.playground;
