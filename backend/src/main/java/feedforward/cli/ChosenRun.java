package feedforward.cli;

import feedforward.data.Dataset;
import feedforward.data.OwnData;
import feedforward.train.DataSpec;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * The run that a command line asks for: a recipe's, or one that a file describes.
 *
 * @param name of the recipe or the file
 */
record ChosenRun(String name, Optional<Recipe> recipe, RunSpec spec) {

    /** @throws IllegalArgumentException if there is neither a recipe nor a file of this name, or the file describes no run */
    static ChosenRun named(String name) throws IOException {
        Optional<Recipe> recipe = Arrays.stream(Recipe.values())
                .filter(known -> known.id().equals(name))
                .findFirst();
        if (recipe.isPresent()) {
            return new ChosenRun(name, recipe, recipe.get().spec());
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("Run: expected one of "
                    + Arrays.stream(Recipe.values()).map(Recipe::id).toList()
                    + ", or a file with a run's description in JSON, but was \"" + name + "\"");
        }
        return new ChosenRun(name, recipe, read(file));
    }

    ChosenRun with(Optional<Long> seed, Optional<Integer> epochs) {
        return new ChosenRun(
                name, recipe, spec.withSeed(seed.orElse(spec.seed())).withEpochs(epochs.orElse(spec.epochs())));
    }

    /** The same run on one's own data; a description that names such data itself stays, so that its hash is checked. */
    RunSpec on(Dataset own) {
        if (recipe.isPresent()) {
            return recipe.get().on(own).withSeed(spec.seed()).withEpochs(spec.epochs());
        }
        return OwnData.names(spec.data().name())
                ? spec
                : spec.with(new DataSpec(own.name(), own.sha256(), spec.data().holdOut()));
    }

    private static RunSpec read(Path file) throws IOException {
        String json = InFile.text(file);
        return InFile.parsed(file, () -> RunSpecJson.read(json));
    }

    /** The recipes' names, for help and messages. */
    static final class RecipeNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Recipe.values()).map(Recipe::id).iterator();
        }
    }
}
