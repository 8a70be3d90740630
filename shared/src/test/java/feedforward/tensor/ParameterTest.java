package feedforward.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import org.junit.jupiter.api.Test;

class ParameterTest {
    private final Device device = new HeapDevice();

    @Test
    void aMatrixLiesInFilesTransposed() {
        Parameter weight = Parameter.matrix(device, "fc1.weight", Shape.of(2, 3));
        // W = 1 2 3    in files 1 4
        //     4 5 6             2 5
        //                       3 6
        weight.value().set(1, 2, 3, 4, 5, 6);
        assertThat(weight.storedShape()).isEqualTo(Shape.of(3, 2));
        assertThat(weight.stored()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void storedValuesComeBackAsTheyWere() {
        Parameter weight = Parameter.matrix(device, "fc1.weight", Shape.of(4, 7));
        float[] stored = new float[28];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = i - 9.5f;
        }
        weight.setStored(stored);
        assertThat(weight.stored()).containsExactly(stored);
        assertThat(weight.value().toArray()[1]).isEqualTo(stored[4]);
    }

    @Test
    void aVectorLiesInFilesAsItIs() {
        Parameter bias = Parameter.offset(device, "fc1.bias", Shape.of(3));
        bias.setStored(new float[] {1, 2, 3});
        assertThat(bias.storedShape()).isEqualTo(Shape.of(3));
        assertThat(bias.stored()).containsExactly(1, 2, 3);
        assertThat(bias.value().toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void gradientAndValueAreApart() {
        Parameter bias = Parameter.offset(device, "fc1.bias", Shape.of(1));
        bias.gradient().set(5);
        assertThat(bias.value().toArray()).containsExactly(0);
    }

    @Test
    void valuesOfAnotherNumberAreRefused() {
        Parameter weight = Parameter.matrix(device, "fc1.weight", Shape.of(2, 3));
        for (int n : new int[] {0, 5, 7}) {
            assertThatThrownBy(() -> weight.setStored(new float[n]))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage("Parameter \"fc1.weight\": expected 6 values for shape [3, 2] but was " + n);
        }
    }
}
