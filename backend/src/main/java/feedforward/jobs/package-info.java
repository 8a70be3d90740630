/**
 * Training on the server: a queue, one thread that works it off, and what clients may watch; and measuring, for which the cores must
 * be free. Imports datasets, files and shared.
 */
package feedforward.jobs;
