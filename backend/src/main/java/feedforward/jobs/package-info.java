/** Training on the server: a queue, one thread that works it off, and what clients may watch. Imports datasets, files and shared. */
package feedforward.jobs;
