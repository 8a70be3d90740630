package feedforward.worker;

import feedforward.browser.MessageChannel;
import feedforward.course.Outputs;
import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.HostBatch;
import feedforward.data.Mnist;
import feedforward.device.Device;
import feedforward.wire.SavedModel;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks one network at a time for its answers to MNIST's 10,000 test digits, on a device of its own, in slices, so that commands are
 * heard and a run may go on beside it. Whatever goes wrong becomes a message to the page. Mutable.
 */
final class Judging {
    private static final int BATCH = 100;
    private static final long SLICE_NANOS = 25_000_000;
    private static final float LARGEST_PIXEL = 255;

    private final Supplier<Device> devices;
    private final MnistSource mnist;
    private final MessageChannel loop = new MessageChannel();
    private Optional<Work> work = Optional.empty();
    private int asked;

    /** Mutable, as the answers are; no record, see {@link News}. */
    private static final class Work {
        private final Device device;
        private final Outputs outputs;
        private final byte[] digits;
        private final News news;

        Work(Device device, Outputs outputs, byte[] digits, News news) {
            this.device = device;
            this.outputs = outputs;
            this.digits = digits;
            this.news = news;
        }
    }

    /** @param devices gives a device, for this to close */
    Judging(Supplier<Device> devices, MnistSource mnist) {
        this.devices = devices;
        this.mnist = mnist;
        loop.getPort1().onMessage(event -> work.ifPresent(this::slice));
        loop.getPort1().start();
    }

    /** @param file a safetensors file, in place of the one before */
    void start(byte[] file, News news) {
        stop();
        int number = asked;
        mnist.ask(
                dataset -> {
                    if (number == asked) {
                        begin(file, dataset, news);
                    }
                },
                reason -> {
                    if (number == asked) {
                        news.judgingFailed(reason);
                    }
                });
    }

    void stop() {
        asked++;
        work.ifPresent(stopped -> stopped.device.close());
        work = Optional.empty();
    }

    private void begin(byte[] file, Dataset dataset, News news) {
        Device device = devices.get();
        try {
            SavedModel model = SavedModel.parse(file);
            Examples test = dataset.test();
            Outputs outputs =
                    new Outputs(model.build(device, BATCH), model.network().output(), device, test, BATCH);
            work = Optional.of(new Work(device, outputs, digits(test), news));
        } catch (RuntimeException e) {
            device.close();
            news.judgingFailed(String.valueOf(e.getMessage()));
            return;
        }
        askForSlice(news);
    }

    private void slice(Work judged) {
        long start = System.nanoTime();
        boolean over = false;
        try {
            do {
                over = judged.outputs.advance();
            } while (!over && System.nanoTime() - start < SLICE_NANOS);
        } catch (RuntimeException e) {
            stop();
            judged.news.judgingFailed(String.valueOf(e.getMessage()));
            return;
        }
        judged.news.judging(judged.outputs.part());
        if (over) {
            stop();
            judged.news.judged(judged.digits, judged.outputs.values());
        } else {
            askForSlice(judged.news);
        }
    }

    private void askForSlice(News news) {
        loop.getPort2().postMessage(news.sliceWanted());
    }

    /** The images as the bytes that they were, then the labels. */
    private static byte[] digits(Examples test) {
        int pixels = test.features().elements();
        byte[] digits = new byte[test.count() * (pixels + 1)];
        HostBatch one = new HostBatch(new float[pixels], new float[Mnist.CLASSES]);
        for (int i = 0; i < test.count(); i++) {
            test.copy(i, one, 0);
            for (int p = 0; p < pixels; p++) {
                digits[i * pixels + p] = (byte) Math.round(one.x()[p] * LARGEST_PIXEL);
            }
            digits[test.count() * pixels + i] = label(one.t());
        }
        return digits;
    }

    private static byte label(float[] oneHot) {
        byte label = 0;
        while (oneHot[label] == 0) {
            label++;
        }
        return label;
    }
}
