/** A network as a picture and as equations: what is lit in one is lit in the other. */
package feedforward.lesson.network;
