/** Networks, what describes them, and the files they are kept in. Imports layer, loss, optimiser, data, tensor, device. */
package feedforward.model;
