package feedforward.layer;

import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A layer with a memory: at each time step a {@link Cell} makes h of the step's input and of the h before. The sums on the input
 * are done for all steps at once, those on the state step by step; inside, everything lies in the order of time, [T, N, …].
 *
 * <p>Shapes: X [N, T, F] or ids [N, T], Y [N, T, H] or of the last step [N, H]. Where a pass continues the one before of its kind,
 * the state is carried over, rows keeping their places; gradients are not (truncated backpropagation through time, Williams and
 * Peng 1990). Source of the names: PyTorch.
 */
final class Recurrent implements Layer {
    private final InputShape shape;
    private final int steps;
    private final Cell cell;
    private final SequenceInput input;
    private final SequenceOutput output;
    private final List<Parameter> parameters = new ArrayList<>();
    private int examples;

    Recurrent(RecurrentSpec spec, LayerContext context, Function<CellContext, Cell> kind) {
        shape = InputShape.of(spec.name(), context);
        steps = context.input().size(0);
        input = new SequenceInput(spec, context);
        output = new SequenceOutput(spec, context);
        int drawn = input.weight().value().shape().elements();
        cell = kind.apply(new CellContext(
                context.device(), context.name(), steps, context.batch(), spec.units(), context.rng(), drawn));
        parameters.add(input.weight());
        parameters.addAll(cell.parameters());
        plan(context.batch());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int n = shape.examples(x);
        if (examples != n) {
            plan(n);
        }
        input.forward(x, cell.sums().all());
        cell.begin(pass);
        for (int t = 0; t < steps; t++) {
            cell.step(t);
        }
        cell.end(pass);
        return output.forward(cell.hidden());
    }

    @Override
    public Tensor backward(Tensor dY) {
        backwardToParameters(dY);
        return input.gradients(cell.sumGradients().all());
    }

    @Override
    public void backwardToParameters(Tensor dY) {
        output.backward(dY, cell.hiddenGradients());
        cell.beginBackward();
        for (int t = steps - 1; t >= 0; t--) {
            cell.backward(t);
        }
        cell.addParameterGradients();
        input.addWeightGradient(cell.sumGradients().all());
    }

    @Override
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public List<Tensor> carried() {
        return cell.carried();
    }

    private void plan(int n) {
        examples = n;
        input.plan(n);
        output.plan(n);
        cell.plan(n);
    }
}
