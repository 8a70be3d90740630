package feedforward.layer;

import feedforward.device.Convolution;
import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Convolution of images: Y[n,i,j,o] = f(b[o] + Σ X[n, i·s + u − top, j·s + v − left, c]·W[u,v,c,o]) over the kernel's rows u
 * and columns v and the channels c, where X outside of the image is zero; s is the stride. Strictly a cross-correlation.
 *
 * <p>Shapes: X [N, H, W, C], W [kernel, kernel, C, filters], b [filters], Y [N, H′, W′, filters] with H′ as {@link Padding}
 * says. Backward: dZ = dY·f′; db += Σ dZ, dW and dX as {@link feedforward.device.ImageKernels} defines them. Initial weights:
 * see {@link Initialiser}; b is zero. Source: LeCun et al. 1998.
 */
public final class Conv2d implements Layer {
    private final Device device;
    private final InputShape input;
    private final Parameter weight;
    private final Parameter bias;
    private final Activated activated;
    private final Tensor inputGradients;

    private Tensor x;
    private Convolution convolution;
    private Rows rows;

    Conv2d(Conv2dSpec spec, LayerContext context) {
        device = context.device();
        input = InputShape.of("Conv2d", context);
        plan(spec.convolution(context.input()).withBatch(context.batch()));
        int channels = convolution.in().channels();
        int filters = spec.filters();
        int places = spec.kernel() * spec.kernel();
        weight = Parameter.zeros(
                device,
                context.name() + ".weight",
                Parameter.Kind.WEIGHT,
                FileLayout.CHANNELS_FIRST,
                Shape.of(spec.kernel(), spec.kernel(), channels, filters));
        bias = Parameter.offset(device, context.name() + ".bias", Shape.of(filters));
        activated = new Activated(
                device, spec.activation(), bias, spec.output(context.input()).withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        Initialiser.Fan fan = new Initialiser.Fan(places * channels, places * filters);
        weight.value().set(spec.initialiser().draw(places * channels * filters, fan, context.rng()));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        this.x = x;
        if (convolution.batch() != examples) {
            plan(convolution.withBatch(examples));
        }
        device.images()
                .convolve(
                        convolution,
                        x.buffer(),
                        weight.value().buffer(),
                        activated.sums().buffer());
        return activated.forward(rows, examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        backwardToParameters(dY);
        Tensor dX = inputGradients.rows(convolution.batch());
        device.images()
                .convolveInputGradient(
                        convolution,
                        activated.sumGradients().buffer(),
                        weight.value().buffer(),
                        dX.buffer());
        return dX;
    }

    @Override
    public void backwardToParameters(Tensor dY) {
        activated.backward(rows, dY);
        device.images()
                .convolveKernelGradient(
                        convolution,
                        x.buffer(),
                        activated.sumGradients().buffer(),
                        weight.gradient().buffer());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** Kept until a batch of another size comes. */
    private void plan(Convolution sizes) {
        convolution = sizes;
        rows = new Rows(sizes.batch() * sizes.out().pixels(), sizes.out().channels());
    }
}
