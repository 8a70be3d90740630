package feedforward.http;

import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.HostedDataset;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A data set in MNIST's form that is made in no time: 60 and 20 images of 4×4, each class its own bright pixel. */
final class TinyDigits {
    static final int PIXELS = 16;

    private TinyDigits() {}

    static HostedDataset hosted() {
        List<byte[]> files = new ArrayList<>();
        for (int count : new int[] {60, 20}) {
            files.add(gzip(IdxFile.writeImages(new IdxImages(count, 4, 4, pixels(count)))));
            files.add(gzip(IdxFile.writeLabels(labels(count))));
        }
        return BuiltInDatasets.mnist(files);
    }

    static RunSpec run() {
        return new RunSpec(
                new DataSpec("mnist", hosted().data().sha256(), 0),
                new NetworkSpec(Shape.of(PIXELS), List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec())),
                LossKind.CROSS_ENTROPY,
                new SgdSpec(0.5f),
                10,
                20,
                1);
    }

    private static byte[] labels(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return labels;
    }

    private static byte[] pixels(int count) {
        byte[] pixels = new byte[count * PIXELS];
        for (int i = 0; i < count; i++) {
            pixels[i * PIXELS + i % 10] = (byte) 255;
        }
        return pixels;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
