package feedforward.device;

/**
 * What a loss kernel reads and writes: the network's output (or logits) z and the target t, both [rows, columns], in; the
 * loss of each row [rows] and its gradient with respect to z [rows, columns] out.
 */
public record LossBuffers(Buffer output, Buffer target, Buffer loss, Buffer gradient) {}
