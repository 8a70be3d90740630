package feedforward.bench;

import feedforward.device.Device;
import feedforward.layer.Pass;
import feedforward.layer.TrainingStep;
import feedforward.loss.Loss;
import feedforward.model.Network;
import feedforward.optimiser.Optimiser;
import feedforward.tensor.Tensor;

/**
 * What a measurement repeats; copying the batch in from host memory is part of it. A recurrent network carries its state from each
 * batch to the next, from the last to the first too, as other engines do here.
 */
interface BenchStep {

    /** @param index which of the data's batches is next; counted round */
    void run(int index);

    /** Batch in, forward, loss, backward, update. */
    static BenchStep training(Device device, BenchNetwork description, Network network, BenchData data) {
        Network scored = network.withoutSoftmax();
        Loss loss = new Loss(
                description.loss(),
                device,
                description.batch(),
                description.spec().output());
        float rate = description.optimiser().learningRate();
        Optimiser optimiser = description.optimiser().build(device, network.parameters());
        BenchBatch batch = BenchBatch.of(device, description);
        TrainingStep step = new TrainingStep(0);
        Pass pass = Pass.training(step).continuing();
        return index -> {
            data.copy(index, batch);
            step.moveTo(index);
            loss.evaluate(scored.forward(batch.x(), pass), batch.t());
            scored.backward(loss.gradient());
            optimiser.step(rate, index + 1);
        };
    }

    /** Batch in, forward, logits out. */
    static BenchStep inference(Device device, BenchNetwork description, BenchData data) {
        Network scored = description.build(device).withoutSoftmax();
        BenchBatch batch = BenchBatch.of(device, description);
        float[] logits = new float[description.batch() * data.targets()];
        return index -> {
            data.copy(index, batch);
            Tensor output = scored.forward(batch.x(), Pass.CONTINUED_INFERENCE);
            output.buffer().read(0, logits, 0, logits.length);
        };
    }
}
