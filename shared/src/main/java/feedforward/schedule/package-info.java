/** How the learning rate changes along a run. Imports device, for exact math. */
package feedforward.schedule;
