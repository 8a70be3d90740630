package feedforward.lesson.playground;

/**
 * A weight or bias that the visitor chose.
 *
 * @param parameter its place among the network's parameters
 * @param index its place in the parameter
 * @param name as a visitor calls it, such as "the weight from x₁ to h₂"
 */
record Chosen(int parameter, int index, String name) {}
