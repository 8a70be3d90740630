package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvePointsTest {
    private final CurvePoints course = CurvePoints.ofTheCourse();

    @Test
    void costIsHalfTheMeanOfTheSquaredErrors() {
        CurvePoints points = CurvePoints.of(new float[] {0, 1}, new float[] {1, 0});

        // (3 − 1)² + (0.5 − 0)² = 4.25, over 2·2
        assertThat(points.cost(new float[] {3, 0.5f})).isEqualTo(1.0625);
    }

    @Test
    void theTrueCurveCostsWhatTheCourseSays() {
        float[] truth = new float[40];
        for (int i = 0; i < 40; i++) {
            truth[i] = (float) Curve.truth(course.x(i));
        }

        assertThat(course.cost(truth)).isCloseTo(3.27e-4, within(5e-7));
    }

    @Test
    void textNamesTheCoursesPointsByTheirNumbers() {
        assertThat(CurveText.of(course)).isEqualTo("0to39");
        CurvePoints edited = course.moved(12, 350, -20).without(0).with(990, 650);
        assertThat(CurveText.of(edited)).isEqualTo("1to11~350_-20~13to39~990_650");
        assertThat(CurveText.parse("1to11~350_-20~13to39~990_650")).isEqualTo(edited);
    }

    @Test
    void textKeepsTheOrderOfThePoints() {
        CurvePoints shuffled = CurveText.parse("5to5~3to4~9to9");

        assertThat(CurveText.of(shuffled)).isEqualTo("5to5~3to4~9to9");
    }

    @Test
    void onlyTheCoursesPointsAreTheCoursesDataSet() {
        assertThat(course.dataset().name()).isEqualTo(Curve.NAME);
        assertThat(course.moved(0, -1000, 192).dataset().name()).isEqualTo("own curve");
        assertThat(course.moved(0, -1000, 192).dataset().sha256())
                .isNotEqualTo(course.moved(0, -1000, 193).dataset().sha256());
    }

    @Test
    void theHashIsTakenAsTheCoursesIs() {
        assertThat(course.sha256()).isEqualTo(Curve.SHA256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0to40",
                "5_6",
                "0to3~1",
                "0to3~1_2_3",
                "0to3~1001_0",
                "0to3~-2147483648_0",
                "0to3~x_1",
                "3to0"
            })
    void refusesATextThatIsNone(String text) {
        assertThatThrownBy(() -> CurveText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Points: expected ");
    }

    @Test
    void refusesTooManyPointsAndTooFew() {
        CurvePoints two = CurveText.parse("0to1");
        assertThatThrownBy(() -> two.without(0)).hasMessage("Points: expected 2 to 200 but were 1");
        CurvePoints many = CurveText.parse("0to39~0to39~0to39~0to39~0to39");
        assertThatThrownBy(() -> many.with(0, 0)).hasMessage("Points: expected 2 to 200 but were 201");
    }

    @Test
    void bestLineIsTheCourses() {
        StraightLine best = StraightLine.best(course);

        assertThat(best.m()).isCloseTo(0.14829, within(5e-6));
        assertThat(best.b()).isCloseTo(0.47845, within(5e-6));
        assertThat(course.cost(best.outputs(course.places()))).isCloseTo(0.0012657, within(5e-8));
    }

    @Test
    void throughPointsAboveOneAnotherTheLineIsLevelAtTheirMean() {
        assertThat(StraightLine.best(CurveText.parse("500_900~500_100"))).satisfies(line -> {
            assertThat(line.m()).isZero();
            assertThat(line.b()).isCloseTo(0.5, within(1e-7));
        });
    }

    @Test
    void bestLogisticCurveCostsWhatTheCourseSays() {
        LogisticCurve best = LogisticCurve.best(course);

        assertThat(course.cost(best.outputs(course.places()))).isCloseTo(0.0013052, within(5e-8));
    }

    @Test
    void aLogisticCurveIsFoundForPointsItCannotReach() {
        LogisticCurve best = LogisticCurve.best(CurveText.parse("500_900~500_100~500_1000"));

        // All at x = 0.5: it can do no better than their mean there.
        assertThat((double) best.output(0.5f)).isCloseTo(2.0 / 3, within(1e-3));
    }
}
