/**
 * The fingerprint of data sets and weights. Imports nothing of ours.
 */
package feedforward.hash;
