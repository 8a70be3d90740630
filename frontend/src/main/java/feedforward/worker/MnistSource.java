package feedforward.worker;

import feedforward.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** MNIST, downloaded when first asked for and kept. Mutable; all who ask are answered. */
public final class MnistSource {
    private final MnistDownload.Progress progress;
    private Optional<Dataset> dataset = Optional.empty();
    private boolean downloading;
    private List<Asker> askers = new ArrayList<>();

    private record Asker(Consumer<Dataset> arrived, Consumer<String> failed) {}

    public MnistSource(MnistDownload.Progress progress) {
        this.progress = progress;
    }

    public void ask(Consumer<Dataset> arrived, Consumer<String> failed) {
        if (dataset.isPresent()) {
            arrived.accept(dataset.get());
            return;
        }
        askers.add(new Asker(arrived, failed));
        if (!downloading) {
            downloading = true;
            new MnistDownload(progress, this::keep, this::giveUp).start();
        }
    }

    private void keep(Dataset downloaded) {
        downloading = false;
        dataset = Optional.of(downloaded);
        answered().forEach(asker -> asker.arrived.accept(downloaded));
    }

    private void giveUp(String reason) {
        downloading = false;
        answered().forEach(asker -> asker.failed.accept(reason));
    }

    /** Those who wait; an answer may make them ask again. */
    private List<Asker> answered() {
        List<Asker> waiting = askers;
        askers = new ArrayList<>();
        return waiting;
    }
}
