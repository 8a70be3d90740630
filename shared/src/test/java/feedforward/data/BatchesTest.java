package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final Device device = new HeapDevice();

    @Test
    void batchesInOrderCutTheExamplesIntoPiecesAndTheLastIsShorter() {
        Batches batches = new Batches(device, counted(7), 3);
        assertThat(batches.perEpoch()).isEqualTo(3);
        batches.fillInOrder(0);
        assertThat(batches.features().toArray()).containsExactly(0, 0.5f, 1, 1.5f, 2, 2.5f);
        assertThat(batches.targets().toArray()).containsExactly(0, -1, -2);
        batches.fillInOrder(2);
        assertThat(batches.features().shape()).isEqualTo(Shape.of(1, 2));
        assertThat(batches.features().toArray()).containsExactly(6, 6.5f);
        assertThat(batches.targets().shape()).isEqualTo(Shape.of(1, 1));
        assertThat(batches.targets().toArray()).containsExactly(-6);
    }

    @Test
    void anEvenCutHasNoShortBatch() {
        Batches batches = new Batches(device, counted(6), 3);
        assertThat(batches.perEpoch()).isEqualTo(2);
        batches.fillInOrder(1);
        assertThat(batches.targets().toArray()).containsExactly(-3, -4, -5);
    }

    @Test
    void shuffledImagesAreVariedByEpochAndExampleButNotTheLastEpochsNorThoseInOrder() {
        Augmentation shift = new Augmentation(0, 0, 0, 2, 0, 0, 1);
        float[] first = epoch(shift, 2, 0);
        assertThat(first).isEqualTo(epoch(shift, 2, 0)).isNotEqualTo(epoch(Augmentation.NONE, 2, 0));
        assertThat(epoch(shift, 2, 1)).isEqualTo(epoch(Augmentation.NONE, 2, 1));
        assertThat(first).isEqualTo(epoch(shift, 3, 0));

        // One example varies alike whatever the batch that it comes in.
        Batches whole = new Batches(device, dots(6), 6);
        whole.vary(shift, 2);
        whole.fillShuffled(1, 0, 0);
        assertThat(first).startsWith(Arrays.copyOf(whole.features().toArray(), 4 * 36));
        whole.fillInOrder(0);
        Batches plain = new Batches(device, dots(6), 6);
        plain.fillInOrder(0);
        assertThat(whole.features().toArray()).isEqualTo(plain.features().toArray());
    }

    /** The images of an epoch, in batches of four. */
    private float[] epoch(Augmentation augmentation, int epochs, int epoch) {
        Batches batches = new Batches(device, dots(6), 4);
        batches.vary(augmentation, epochs);
        float[] all = new float[6 * 36];
        for (int i = 0; i < 2; i++) {
            batches.fillShuffled(1, epoch, i);
            float[] images = batches.features().toArray();
            System.arraycopy(images, 0, all, i * 4 * 36, images.length);
        }
        return all;
    }

    /** Images of 6×6 pixels, each with one bright dot at a place of its own. */
    private static Examples dots(int n) {
        float[] x = new float[n * 36];
        for (int i = 0; i < n; i++) {
            x[i * 36 + 14 + i] = 1;
        }
        return new PointExamples(x, 36, new float[n], 1);
    }

    @Test
    void everyEpochShowsEveryExampleOnceWithItsOwnTarget() {
        Batches batches = new Batches(device, counted(103), 10);
        for (int epoch = 0; epoch < 5; epoch++) {
            assertThat(epoch(batches, 1, epoch))
                    .hasSize(103)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 103).boxed().toList());
        }
    }

    @Test
    void theOrderIsAnotherForEveryEpochAndEverySeed() {
        Batches batches = new Batches(device, counted(103), 10);
        List<Integer> first = epoch(batches, 1, 0);
        assertThat(first).isNotEqualTo(IntStream.range(0, 103).boxed().toList());
        assertThat(epoch(batches, 1, 1)).isNotEqualTo(first);
        assertThat(epoch(batches, 2, 1)).isNotEqualTo(epoch(batches, 1, 1));
        assertThat(epoch(batches, 1, 0)).isEqualTo(first);
    }

    @Test
    void anotherSeedInTheSameEpochReordersToo() {
        Batches batches = new Batches(device, counted(103), 10);
        batches.fillShuffled(1, 0, 0);
        float[] one = batches.targets().toArray();
        batches.fillShuffled(2, 0, 0);
        assertThat(batches.targets().toArray()).isNotEqualTo(one);
    }

    @Test
    void aBatchCanBeTakenUpWithoutThoseBeforeIt() {
        Batches fromTheStart = new Batches(device, counted(103), 10);
        List<Integer> order = new ArrayList<>();
        for (int epoch = 0; epoch <= 3; epoch++) {
            order = epoch(fromTheStart, 9, epoch);
        }
        Batches late = new Batches(device, counted(103), 10);
        late.fillShuffled(9, 3, 10);
        assertThat(late.targets().toArray()).containsExactly(-order.get(100), -order.get(101), -order.get(102));
        late.fillShuffled(9, 3, 0);
        assertThat(late.targets().toArray()[0]).isEqualTo(-order.get(0));
    }

    @Test
    void theOrderDoesNotDependOnTheBatchSize() {
        assertThat(epoch(new Batches(device, counted(103), 10), 3, 2))
                .isEqualTo(epoch(new Batches(device, counted(103), 7), 3, 2));
    }

    @Test
    void aBatchOfAllExamplesKeepsTheirOrder() {
        for (int size : new int[] {5, 6, 65_536}) {
            Batches batches = new Batches(device, counted(5), size);
            assertThat(batches.perEpoch()).isEqualTo(1);
            for (int epoch = 0; epoch < 3; epoch++) {
                batches.fillShuffled(1, epoch, 0);
                assertThat(batches.targets().toArray()).containsExactly(0, -1, -2, -3, -4);
            }
        }
    }

    @Test
    void aBatchNeedsNoMoreRoomThanThereAreExamples() {
        Batches batches = new Batches(device, counted(5), 65_536);
        batches.fillInOrder(0);
        assertThat(batches.features().buffer().length()).isEqualTo(10);
    }

    @Test
    void noExamplesAtAllAreRefused() {
        assertThatThrownBy(() -> new Batches(device, counted(0), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Data: expected at least one example but there are none");
    }

    /** Example i has the features i, i + ½ and the target −i. */
    private static Examples counted(int n) {
        float[] x = new float[2 * n];
        float[] t = new float[n];
        for (int i = 0; i < n; i++) {
            x[2 * i] = i;
            x[2 * i + 1] = i + 0.5f;
            t[i] = -i;
        }
        return new PointExamples(x, 2, t, 1);
    }

    /** The examples of an epoch in their order, by their features; that the targets are theirs is checked on the way. */
    private static List<Integer> epoch(Batches batches, long seed, int epoch) {
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < batches.perEpoch(); index++) {
            batches.fillShuffled(seed, epoch, index);
            float[] x = batches.features().toArray();
            float[] t = batches.targets().toArray();
            for (int row = 0; row < t.length; row++) {
                assertThat(x[2 * row + 1]).isEqualTo(x[2 * row] + 0.5f);
                assertThat(t[row]).isEqualTo(-x[2 * row]);
                order.add((int) x[2 * row]);
            }
        }
        return order;
    }
}
