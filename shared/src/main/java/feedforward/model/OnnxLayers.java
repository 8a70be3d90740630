package feedforward.model;

import feedforward.device.Activation;
import feedforward.device.Convolution;
import feedforward.layer.ActivationSpec;
import feedforward.layer.AveragePool2dSpec;
import feedforward.layer.BatchNorm;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.GlobalAveragePoolSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.RecurrentSpec;
import feedforward.layer.RescaleSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Layers as ONNX operations. Images are [N, C, H, W] there, all other examples as they are here. Each method takes the name of a
 * layer, which its operations' names begin with, its description, the name of its input and the shape that has in memory, and
 * gives the name of its output.
 */
final class OnnxLayers {
    private final OnnxGraph graph;
    private final OnnxActivations activations;
    private final OnnxRecurrent recurrent;

    OnnxLayers(OnnxGraph graph) {
        this.graph = graph;
        activations = new OnnxActivations(graph);
        recurrent = new OnnxRecurrent(graph);
    }

    String add(String name, LayerSpec layer, String x, Shape input) {
        if (layer instanceof DenseSpec dense) {
            return dense(name, dense, x, input);
        }
        if (layer instanceof Conv2dSpec conv) {
            return convolution(name, conv, x, input);
        }
        if (layer instanceof BatchNormSpec) {
            return normalisation(name, x, input);
        }
        if (layer instanceof ActivationSpec activation) {
            return activations.apply(activation.activation(), name, x);
        }
        if (layer instanceof DropoutSpec) {
            return x;
        }
        if (layer instanceof RescaleSpec rescale) {
            String scaled = graph.add(OnnxNode.of("Mul", name + ".scaled", x, graph.scalar(rescale.factor())));
            return graph.add(OnnxNode.of("Add", name, scaled, graph.scalar(rescale.offset())));
        }
        if (layer instanceof EmbeddingSpec embedding) {
            return recurrent.embedding(name, embedding, x);
        }
        if (layer instanceof RecurrentSpec steps) {
            return recurrent.add(name, steps, x, input);
        }
        return withoutWeights(name, layer, x);
    }

    private String withoutWeights(String name, LayerSpec layer, String x) {
        if (layer instanceof SoftmaxSpec) {
            return graph.add(OnnxNode.of("Softmax", name, x).with("axis", -1));
        }
        if (layer instanceof MaxPool2dSpec pool) {
            return graph.add(window("MaxPool", name, x, pool.size(), pool.stride()));
        }
        if (layer instanceof AveragePool2dSpec pool) {
            return graph.add(window("AveragePool", name, x, pool.size(), pool.stride()));
        }
        if (layer instanceof GlobalAveragePoolSpec) {
            return flat(name, graph.add(OnnxNode.of("GlobalAveragePool", name + ".mean", x)));
        }
        if (layer instanceof FlattenSpec) {
            return flat(name, x);
        }
        throw new IllegalArgumentException("OnnxExport: expected a layer that has its ONNX form but was " + layer);
    }

    /** Features by Gemm, which takes PyTorch's [out, in]; time steps of features by MatMul, which does not. */
    private String dense(String name, DenseSpec dense, String x, Shape input) {
        String weight = graph.stored(name + ".weight", Shape.of(dense.units(), input.size(input.rank() - 1)));
        String bias = graph.stored(name + ".bias", Shape.of(dense.units()));
        String sums;
        if (input.rank() == 1) {
            sums = graph.add(OnnxNode.of("Gemm", name, x, weight, bias).with("transB", 1));
        } else {
            String transposed = graph.add(
                    OnnxNode.of("Transpose", name + ".transposed", weight).withAll("perm", 1, 0));
            String product = graph.add(OnnxNode.of("MatMul", name + ".product", x, transposed));
            sums = graph.add(OnnxNode.of("Add", name, product, bias));
        }
        return activated(name, dense.activation(), sums);
    }

    private String convolution(String name, Conv2dSpec conv, String x, Shape input) {
        Convolution sizes = conv.convolution(input);
        int kernel = conv.kernel();
        String weight = graph.stored(
                name + ".weight", Shape.of(conv.filters(), sizes.in().channels(), kernel, kernel));
        String bias = graph.stored(name + ".bias", Shape.of(conv.filters()));
        String sums = graph.add(window("Conv", name, x, kernel, conv.stride(), weight, bias)
                .withAll("pads", sizes.top(), sizes.left(), sizes.bottom(), sizes.right()));
        return activated(name, conv.activation(), sums);
    }

    /** ONNX has the channels on axis 1, where images have them already. */
    private String normalisation(String name, String x, Shape input) {
        Shape channels = Shape.of(input.size(input.rank() - 1));
        boolean moves = input.rank() != 1 && input.rank() != 3;
        String moved = moves ? moveAxis(name + ".channelsFirst", x, input.rank(), 1) : x;
        OnnxNode node = OnnxNode.of(
                        "BatchNormalization",
                        moves ? name + ".normalised" : name,
                        moved,
                        graph.stored(name + ".weight", channels),
                        graph.stored(name + ".bias", channels),
                        graph.stored(name + ".running_mean", channels),
                        graph.stored(name + ".running_var", channels))
                .with("epsilon", BatchNorm.EPSILON);
        String y = graph.add(node);
        return moves ? moveAxis(name, y, 1, input.rank()) : y;
    }

    private String activated(String name, Activation activation, String sums) {
        return activations.apply(activation, name + "." + activation.name().toLowerCase(Locale.ROOT), sums);
    }

    private String flat(String name, String x) {
        return graph.add(OnnxNode.of("Flatten", name, x).with("axis", 1));
    }

    /** The same values with one axis elsewhere and the others in their order. */
    private String moveAxis(String name, String x, int from, int to) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis <= Math.max(from, to); axis++) {
            axes.add(axis);
        }
        axes.add(to, axes.remove(from));
        return graph.add(OnnxNode.of("Transpose", name, x)
                .withAll("perm", axes.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static OnnxNode window(String operation, String name, String x, int size, int stride, String... more) {
        List<String> inputs = new ArrayList<>(List.of(x));
        inputs.addAll(List.of(more));
        return OnnxNode.of(operation, name, inputs.toArray(String[]::new))
                .withAll("kernel_shape", size, size)
                .withAll("strides", stride, stride);
    }
}
