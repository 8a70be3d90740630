/** The data sets that the program brings along. Imports shared. */
package feedforward.datasets;
