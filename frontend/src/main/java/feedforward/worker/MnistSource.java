package feedforward.worker;

import feedforward.data.Dataset;
import java.util.Optional;
import java.util.function.Consumer;

/** MNIST, downloaded when first asked for and kept. Mutable; who asks last is answered. */
public final class MnistSource {
    private final MnistDownload.Progress progress;
    private Optional<Dataset> dataset = Optional.empty();
    private boolean downloading;
    private Consumer<Dataset> arrived = data -> {};
    private Consumer<String> failed = reason -> {};

    public MnistSource(MnistDownload.Progress progress) {
        this.progress = progress;
    }

    public void ask(Consumer<Dataset> arrived, Consumer<String> failed) {
        this.arrived = arrived;
        this.failed = failed;
        if (dataset.isPresent()) {
            arrived.accept(dataset.get());
        } else if (!downloading) {
            downloading = true;
            new MnistDownload(progress, this::keep, this::giveUp).start();
        }
    }

    private void keep(Dataset downloaded) {
        downloading = false;
        dataset = Optional.of(downloaded);
        arrived.accept(downloaded);
    }

    private void giveUp(String reason) {
        downloading = false;
        failed.accept(reason);
    }
}
