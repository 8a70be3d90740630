package feedforward.wire;

import com.eclipsesource.json.JsonArray;
import feedforward.layer.LayerSpec;
import feedforward.model.NetworkSpec;
import feedforward.model.OnnxExport;
import feedforward.tensor.Shape;
import feedforward.text.Digits;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.Iterator;
import java.util.Optional;

/** What a person should know of a model before using it, in Markdown: data, recipe, accuracy, layers, and how to open it. */
final class ModelCard {
    private final SavedModel model;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(SavedModel model) {
        this.model = model;
    }

    static String write(SavedModel model) {
        ModelCard card = new ModelCard(model);
        card.line("# " + model.title()).line("");
        card.line("A neural network, trained with Feedforward.").line("");
        card.facts();
        card.layers();
        card.reading();
        return card.text.toString();
    }

    private void facts() {
        line("| | |").line("|---|---|");
        model.run().ifPresent(this::origin);
        model.metrics().ifPresent(metrics -> accuracy("", metrics));
        fact("Parameters", Digits.grouped(model.network().parameters()));
        fact("SHA-256 of the weights", model.sha256() + (model.rounding().isPresent() ? ", as float32" : ""));
        model.rounding().ifPresent(this::rounding);
        line("");
    }

    private void origin(RunSpec run) {
        fact("Data", run.data().name() + ", SHA-256 " + run.data().sha256());
        Optional<Recipe> recipe = Recipe.of(run);
        recipe.ifPresent(known -> fact(
                "Recipe",
                "`" + known.id() + "`: `feedforward train " + known.id() + " --seed " + run.seed()
                        + "` gives "
                        + (model.rounding().isPresent() ? "the float32 weights below" : "the same weights")
                        + ", bit for bit"));
        fact(
                "Training",
                Digits.grouped(run.epochs()) + " epochs in batches of " + Digits.grouped(run.batchSize()) + ", seed "
                        + run.seed() + ", loss " + run.loss().id() + ", optimiser `"
                        + OptimiserJson.write(run.optimiser()) + "`; the rest is in `config.json`");
    }

    private void rounding(Rounding before) {
        fact("Rounded", "to the nearest float16, half the bytes; of the float32 weights as they were trained:");
        before.metrics().ifPresent(metrics -> accuracy("… ", metrics));
        fact("… SHA-256 of the weights", before.weightsSha256());
    }

    /** @param mark before the names of the facts */
    private void accuracy(String mark, EvaluationReport metrics) {
        int heldOut = model.run().map(run -> run.data().holdOut()).orElse(0);
        String by = heldOut > 0
                ? " on " + Digits.grouped(heldOut) + " examples held out"
                : model.run().isEmpty()
                        ? ""
                        : model.network().vocabulary() > 0 ? " on the text's last tenth" : " on the test set";
        metrics.accuracy().ifPresent(accuracy -> fact(mark + "Accuracy", Math.round(accuracy * 1e4) / 1e2 + " %" + by));
        fact(
                mark + "Loss",
                Math.round(metrics.loss() * 1e6) / 1e6 + by + ", after " + Digits.grouped(metrics.step()) + " steps");
    }

    private void layers() {
        NetworkSpec network = model.network();
        line("## Layers").line("");
        line("| Name | Layer | Output of an example |").line("|---|---|---|");
        line("| | input | " + network.input() + " |");
        JsonArray json = NetworkSpecJson.write(network).get("layers").asArray();
        Iterator<String> names = network.layerNames().iterator();
        Shape shape = network.input();
        for (int i = 0; i < json.size(); i++) {
            LayerSpec layer = network.layers().get(i);
            shape = layer.output(shape);
            line("| " + names.next() + " | `" + json.get(i) + "` | " + shape + " |");
        }
        line("");
    }

    private void reading() {
        NetworkSpec network = model.network();
        boolean ids = network.vocabulary() > 0;
        String shape = OnnxExport.onnxShape(network.input()).withBatch(1).toString();
        line("## Use").line("");
        line("With onnxruntime, for batches of any size; images have their channels first. `feedforward export"
                        + " weights.safetensors --format onnx --out model.onnx` makes the file where it is not there yet:")
                .line("");
        line("```python").line("import numpy, onnxruntime").line("");
        line("session = onnxruntime.InferenceSession(\"model.onnx\")");
        line("x = numpy.zeros(" + shape + ", numpy." + (ids ? "int64" : "float32") + ")");
        line("y = session.run([\"output\"], {\"input\": x})[0]").line("```").line("");
        line("With PyTorch, where names and layouts of the weights are its own, so that a module whose layers have the names above"
                        + " takes them:")
                .line("");
        line("```python").line("from safetensors.torch import load_file").line("");
        line("module.load_state_dict(load_file(\"weights.safetensors\"), strict=False)")
                .line("```");
    }

    private void fact(String name, String value) {
        line("| " + name + " | " + value + " |");
    }

    private ModelCard line(String content) {
        text.append(content).append('\n');
        return this;
    }
}
