/** Training as a pure function from a run's description to weights. Imports model and everything model may import. */
package feedforward.train;
