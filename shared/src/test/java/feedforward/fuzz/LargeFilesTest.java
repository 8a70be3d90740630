package feedforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.CsvException;
import feedforward.data.IdxException;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.PointsCsv;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.json.JsonFormatException;
import feedforward.layer.DenseSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.Safetensors;
import feedforward.tensor.Shape;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What parsers take for files larger than those that Jazzer makes up. */
class LargeFilesTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void weightsTakeTwiceTheFile() {
        NetworkSpec network = new NetworkSpec(Shape.of(1999), List.of(new DenseSpec(1000, Activation.LINEAR)));
        byte[] file = new SavedModel(
                        network,
                        Optional.empty(),
                        Optional.empty(),
                        Network.build(network, new HeapDevice(), 1, 1).weights())
                .toBytes();

        Parsing.check(file.length, List.of(), () -> Safetensors.parse(file));
        Parsing.check(file.length, List.of(), () -> SavedModel.parse(file));
    }

    @Test
    void imagesAndLabelsTakeTwiceTheFile() {
        byte[] images = IdxFile.writeImages(new IdxImages(10_000, 28, 28, new byte[7_840_000]));
        byte[] labels = IdxFile.writeLabels(new byte[8 * MEGABYTE]);

        Parsing.check(images.length, List.of(IdxException.class), () -> IdxFile.parseImages("images", images));
        Parsing.check(labels.length, List.of(IdxException.class), () -> IdxFile.parseLabels("labels", labels));
    }

    /** Each line costs some objects that die with it; the points that stay are at most 10,000. */
    @Test
    void pointsAreBoundedInNumber() {
        String most = "0,0,0\n0,0,1\n".repeat(5_000);
        String more = "0,0,0\n".repeat(MEGABYTE);

        assertThat(Parsing.allocated(List.of(), () -> PointsCsv.parse(most))).isLessThan(8 * MEGABYTE);
        assertThat(Parsing.allocated(List.of(CsvException.class), () -> PointsCsv.parse(more)))
                .isLessThan(8 * MEGABYTE);
    }

    /** JSON becomes a tree of objects before it is read, many times its size, so its values are bounded, and its length. */
    @Test
    void descriptionsAreBounded() {
        String longest = "[" + "0,".repeat(RunSpecJson.MAX_LENGTH / 2 - 2) + "0]";
        String longer = "[" + "0,".repeat(RunSpecJson.MAX_LENGTH / 2) + "0]";

        assertThat(Parsing.allocated(List.of(JsonFormatException.class), () -> RunSpecJson.read(longest)))
                .isLessThan(4 * MEGABYTE);
        assertThat(Parsing.allocated(List.of(JsonFormatException.class), () -> RunSpecJson.read(longer)))
                .isLessThan(MEGABYTE);
    }
}
