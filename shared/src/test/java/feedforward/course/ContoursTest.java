package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContoursTest {
    @Test
    void crossesASlopeWhereItsHeightIsTheLevel() {
        // Height = x: the line of 0.25 runs straight up a quarter of the way to the right.
        double[][] slope = {{0, 1}, {0, 1}};

        assertThat(Contours.at(0.25, slope)).containsExactly(new Contours.Segment(0.25, 0, 0.25, 1));
    }

    @Test
    void circlesAHole() {
        int side = 41;
        double[][] bowl = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                bowl[row][column] = (row - 20) * (row - 20) + (column - 20) * (column - 20);
            }
        }

        List<Contours.Segment> circle = Contours.at(100, bowl);

        assertThat(circle)
                .allSatisfy(segment -> assertThat(Math.hypot(segment.x1() - 20, segment.y1() - 20))
                        .isCloseTo(10, within(0.05)));
        double length = circle.stream()
                .mapToDouble(segment -> Math.hypot(segment.x2() - segment.x1(), segment.y2() - segment.y1()))
                .sum();
        assertThat(length).isCloseTo(2 * Math.PI * 10, within(0.2));
    }

    @Test
    void ofASaddleTheSameTwoCornersAreCutOff() {
        Contours.Segment lowerRight = new Contours.Segment(0.5, 0, 1, 0.5);
        Contours.Segment upperLeft = new Contours.Segment(0.5, 1, 0, 0.5);

        assertThat(Contours.at(0.5, new double[][] {{1, 0}, {0, 1}})).containsExactly(lowerRight, upperLeft);
        assertThat(Contours.at(0.5, new double[][] {{0, 1}, {1, 0}})).containsExactly(lowerRight, upperLeft);
    }

    @Test
    void whereTheLevelIsNotReachedThereIsNoLine() {
        assertThat(Contours.at(2, new double[][] {{0, 1}, {0, 1}})).isEmpty();
    }
}
