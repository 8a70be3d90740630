/** Arrays with a shape, the parameters that training changes, and the random numbers they start from. Imports device. */
package feedforward.tensor;
