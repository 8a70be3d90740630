package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.Rows;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Parameter.Kind;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Batch normalisation: Y = γ·(X − μ) / √(σ² + ε) + β for each channel C, where μ and σ² are mean and variance over all of a
 * training batch's values of that channel, and otherwise running ones, which follow the batches':
 * running = 0.9·running + 0.1·batch's. As in PyTorch, the running variance follows n / (n − 1)·σ² of the n values, the batch
 * itself is normalised by σ². The running ones learn in backward, so that a batch whose loss is not finite leaves no trace;
 * from a single value, which has no variance, they learn the mean alone.
 *
 * <p>Shapes: X and Y [N, …, C], γ, β, μ and σ² [C]. Backward: dγ += Σ dY·X̂ and dβ += Σ dY with X̂ = (X − μ) / √(σ² + ε);
 * dX = γ / √(σ² + ε)·(dY − mean(dY) − X̂·mean(dY·X̂)). At first γ and the running variance are 1, β and the running mean 0;
 * ε = 10⁻⁵. Source: Ioffe and Szegedy 2015.
 */
public final class BatchNorm implements Layer {
    /** ε, beside the variance. */
    public static final float EPSILON = 1e-5f;

    private static final float MOMENTUM = 0.1f;

    private final Device device;
    private final InputShape input;
    private final int channels;
    private final Parameter scale;
    private final Parameter shift;
    private final Parameter runningMean;
    private final Parameter runningVariance;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor unbiased;
    private final Tensor outputs;
    private final Tensor inputGradients;

    private Tensor x;
    private Rows rows;
    private NormalisationBuffers byBatch;
    private NormalisationBuffers byRunning;
    private NormalisationGradients gradients;

    BatchNorm(LayerContext context) {
        device = context.device();
        input = InputShape.of("BatchNorm", context);
        channels = channels(context.input());
        scale = parameter(context, ".weight", Kind.OFFSET);
        shift = parameter(context, ".bias", Kind.OFFSET);
        runningMean = parameter(context, ".running_mean", Kind.STATISTIC);
        runningVariance = parameter(context, ".running_var", Kind.STATISTIC);
        device.elements().fill(channels, 1, scale.value().buffer());
        device.elements().fill(channels, 1, runningVariance.value().buffer());
        mean = Tensor.zeros(device, Shape.of(channels));
        variance = Tensor.zeros(device, Shape.of(channels));
        unbiased = Tensor.zeros(device, Shape.of(channels));
        outputs = Tensor.zeros(device, context.input().withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        plan(inputGradients);
        gradients = gradients(outputs);
    }

    /** The size of the last axis. */
    static int channels(Shape input) {
        if (input.rank() == 0) {
            throw new ShapeException("BatchNorm input: expected features, or an image, but was " + input);
        }
        return input.size(input.rank() - 1);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        if (this.x != x) {
            plan(x);
        }
        if (pass.training()) {
            device.normalisation().statistics(rows, x.buffer(), mean.buffer(), variance.buffer());
        }
        device.normalisation().normalise(rows, EPSILON, pass.training() ? byBatch : byRunning);
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        if (gradients.dY() != dY.buffer()) {
            gradients = gradients(dY);
        }
        device.normalisation().gradient(rows, EPSILON, byBatch, gradients);
        learnStatistics();
        return inputGradients.rows(x.shape().size(0));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(scale, shift, runningMean, runningVariance);
    }

    private void learnStatistics() {
        int n = rows.rows();
        device.normalisation()
                .blend(channels, MOMENTUM, mean.buffer(), runningMean.value().buffer());
        if (n > 1) {
            device.elements().scale(channels, n / (n - 1f), variance.buffer(), unbiased.buffer());
            device.normalisation()
                    .blend(
                            channels,
                            MOMENTUM,
                            unbiased.buffer(),
                            runningVariance.value().buffer());
        }
    }

    /** Kept until another tensor comes. */
    private void plan(Tensor x) {
        this.x = x;
        rows = new Rows(x.shape().elements() / channels, channels);
        byBatch = buffers(mean, variance);
        byRunning = buffers(runningMean.value(), runningVariance.value());
    }

    private NormalisationBuffers buffers(Tensor centre, Tensor spread) {
        return new NormalisationBuffers(
                x.buffer(),
                centre.buffer(),
                spread.buffer(),
                scale.value().buffer(),
                shift.value().buffer(),
                outputs.buffer());
    }

    private NormalisationGradients gradients(Tensor dY) {
        return new NormalisationGradients(
                dY.buffer(), scale.gradient().buffer(), shift.gradient().buffer(), inputGradients.buffer());
    }

    private Parameter parameter(LayerContext context, String name, Kind kind) {
        return Parameter.zeros(device, context.name() + name, kind, FileLayout.AS_IT_LIES, Shape.of(channels));
    }
}
