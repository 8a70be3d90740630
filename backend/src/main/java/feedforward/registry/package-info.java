/** Models that visitors keep on the server. Imports files and shared. */
package feedforward.registry;
