package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneDataTest {

    @ParameterizedTest
    @EnumSource
    void aNameIsARecipeForTheSamePoints(PlaneSet set) {
        PlaneData data = new PlaneData(set, 10, 500, 7);
        Dataset made = data.dataset();
        Dataset again = PlaneData.parse(made.name()).dataset();
        assertThat(again.sha256()).isEqualTo(made.sha256());
        assertThat(new PlaneData(set, 10, 500, 8).dataset().sha256()).isNotEqualTo(made.sha256());
        assertThat(new PlaneData(set, 11, 500, 7).dataset().sha256()).isNotEqualTo(made.sha256());
        assertThat(made.train().count()).isEqualTo(250);
        assertThat(made.test().count()).isEqualTo(250);
        assertThat(made.train().features()).isEqualTo(Shape.of(2));
        assertThat(made.train().targets()).isEqualTo(set.classes());
    }

    @ParameterizedTest
    @EnumSource
    void classesAreBalancedAndPointsFinite(PlaneSet set) {
        LabelledPoints points = set.points(400, 0.5, 1);
        int[] counts = new int[set.classes()];
        for (int label : points.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsOnly(400 / set.classes());
        for (float value : points.xy()) {
            assertThat(Math.abs(value)).isLessThan(30);
        }
    }

    @Test
    void withoutNoiseTheSetsHaveTheirShapes() {
        LabelledPoints circle = PlaneSet.CIRCLE.points(200, 0, 1);
        LabelledPoints xor = PlaneSet.XOR.points(200, 0, 1);
        LabelledPoints spiral = PlaneSet.SPIRAL.points(200, 0, 1);
        for (int i = 0; i < 200; i++) {
            double radius = Math.hypot(circle.xy()[2 * i], circle.xy()[2 * i + 1]);
            assertThat(radius).isBetween(circle.labels()[i] == 0 ? 0 : 3.49, circle.labels()[i] == 0 ? 2.5 : 5.01);
            boolean sameSign = xor.xy()[2 * i] * xor.xy()[2 * i + 1] > 0;
            assertThat(sameSign).isEqualTo(xor.labels()[i] == 0);
            // The angle grows with the radius, 1.75 turns over 5; the arms are half a turn apart.
            double length = Math.hypot(spiral.xy()[2 * i], spiral.xy()[2 * i + 1]);
            double angle = 1.75 * length / 5 * 2 * Math.PI + spiral.labels()[i] * Math.PI;
            assertThat(Math.abs(length * Math.cos(angle) - spiral.xy()[2 * i])).isLessThan(1e-4);
        }
    }

    @Test
    void namesThatAreNoRecipeAreRefused() {
        for (String name : new String[] {
            "spiral",
            "spiral()",
            "spiral(noise=10,points=500)",
            "spiral(noise=10,points=500,seed=1,x=2)",
            "spiral(noise=+1,points=500,seed=1)",
            "spiral(noise=010,points=500,seed=1)",
            "star(noise=1,points=99,seed=1)",
            "spiral(noise=10,points=99999999999,seed=1)",
            "spiral(points=500,noise=10,seed=1)"
        }) {
            assertThatThrownBy(() -> PlaneData.parse(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Data set: expected a name such as \"spiral(noise=10,points=500,seed=1)\" but was \""
                            + name + '"');
        }
        assertThatThrownBy(() -> PlaneData.parse("spiral(noise=51,points=500,seed=1)"))
                .hasMessage("Data set noise: expected a whole number in [0, 50] but was 51");
        assertThatThrownBy(() -> PlaneData.parse("xor(noise=0,points=19,seed=1)"))
                .hasMessage("Data set points: expected a whole number in [20, 10,000] but was 19");
        assertThat(PlaneData.names("spiral(")).isTrue();
        assertThat(PlaneData.names("mnist")).isFalse();
    }
}
