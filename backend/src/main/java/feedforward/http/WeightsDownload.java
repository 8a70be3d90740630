package feedforward.http;

import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import io.javalin.http.Context;
import java.util.Arrays;

/** A safetensors file with a name that says what it is: {@code mnist-mlp-seed1.safetensors} or {@code model-0f3a….safetensors}. */
final class WeightsDownload {
    private static final int HASH_DIGITS = 8;

    private WeightsDownload() {}

    static void send(Context context, byte[] file) {
        SavedModel model = SavedModel.parse(file);
        Download download = new Download("application/octet-stream", model.sha256());
        context.header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"" + name(model) + ".safetensors\"");
        if (!download.isKnownTo(context)) {
            download.send(context, file);
        }
    }

    private static String name(SavedModel model) {
        return model.run()
                .flatMap(spec -> Arrays.stream(Recipe.values())
                        .filter(recipe -> isRunOf(recipe, spec))
                        .map(recipe -> recipe.id() + "-seed" + spec.seed())
                        .findFirst())
                .orElseGet(() -> "model-" + model.sha256().substring(0, HASH_DIGITS));
    }

    private static boolean isRunOf(Recipe recipe, RunSpec spec) {
        return recipe.spec().withSeed(spec.seed()).equals(spec);
    }
}
