package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsCsvTest {

    @Test
    void pointsAreReadWithOrWithoutNamesOfColumns() {
        for (String text : new String[] {"x,y,class\n0.5,-1,0\n2e-3, 7 ,1\r\n\n", "0.5,-1,0\n2e-3,7,1"}) {
            LabelledPoints points = PointsCsv.parse(text);
            assertThat(points.xy()).containsExactly(0.5f, -1, 0.002f, 7);
            assertThat(points.labels()).containsExactly(0, 1);
            assertThat(points.classes()).isEqualTo(2);
        }
    }

    @Test
    void whatIsWrittenReadsBackBitForBit() {
        LabelledPoints points = PlaneSet.SPIRAL.points(100, 0.3, 5);
        LabelledPoints back = PointsCsv.parse(PointsCsv.write(points));
        assertThat(back.xy()).containsExactly(points.xy());
        assertThat(back.labels()).containsExactly(points.labels());
    }

    @Test
    void malformedLinesAreNamed() {
        assertRefused("1,2\n", "Points line 1: expected three numbers x,y,class but was \"1,2\"");
        assertRefused("1,2,0\nx,2,1\n", "Points line 2, column x: expected a number in [-1000, 1000] but was \"x\"");
        assertRefused("1,2000,0", "Points line 1, column y: expected a number in [-1000, 1000] but was \"2000\"");
        assertRefused("1,NaN,0", "Points line 1, column y: expected a number in [-1000, 1000] but was \"NaN\"");
        assertRefused("1,2,10", "Points line 1, column class: expected a whole number in [0, 9] but was \"10\"");
        assertRefused("1,2,0.5", "Points line 1, column class: expected a whole number in [0, 9] but was \"0.5\"");
        assertRefused(
                "", "Points: expected at least one of class 0 and one of class 1 but there are 0 points in 0 classes");
        assertRefused(
                "1,2,0\n3,4,0",
                "Points: expected at least one of class 0 and one of class 1 but there are 2 points in 1 classes");
        assertRefused("1,2,0\n".repeat(10_001), "Points line 10,001: expected at most 10,000 points; leave some out");
        assertRefused(
                "1,2,0\n" + "x".repeat(1_000_000), "Points line 2: expected at most 200 characters but was 1,000,000");
        assertThatThrownBy(() -> PointsCsv.parse("x".repeat(199) + "1"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("three numbers x,y,class")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(150));
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> PointsCsv.parse(text))
                .isInstanceOf(CsvException.class)
                .hasMessage(message);
    }
}
