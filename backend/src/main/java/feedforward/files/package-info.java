/** Files that are whole or not there. Imports nothing of ours. */
package feedforward.files;
