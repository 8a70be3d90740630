package feedforward.cli;

import feedforward.data.Dataset;
import feedforward.data.OwnData;
import feedforward.datasets.BuiltInDatasets;
import feedforward.train.RunSpec;
import java.io.IOException;
import java.util.Optional;

/** A run, and all of its data, of which it holds a part out itself. */
record Task(ChosenRun chosen, RunSpec spec, Dataset data) {

    /**
     * The run on one's own data where files give some, else on the data that it names.
     *
     * @throws IllegalArgumentException if a file is malformed, or there are no such data
     */
    static Task of(ChosenRun chosen, OwnDataOptions ownData) throws IOException {
        Optional<Dataset> own = ownData.read(chosen.spec().network());
        if (own.isPresent()) {
            return new Task(chosen, chosen.on(own.get()), own.get());
        }
        String data = chosen.spec().data().name();
        if (OwnData.names(data)) {
            throw new IllegalArgumentException("RunSpec data: expected the files of \"" + data
                    + "\" too; give them with --images and --labels, --points or --text");
        }
        return new Task(chosen, chosen.spec(), BuiltInDatasets.named(data));
    }

    /** What a text's network is compared with. */
    Optional<TextScore> textScore() {
        return TextScore.of(spec, data.holdOut(spec.data().holdOut(), spec.seed()));
    }
}
