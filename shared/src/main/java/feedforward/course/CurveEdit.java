package feedforward.course;

import feedforward.text.Parts;
import java.util.List;
import java.util.Optional;

/**
 * What a student changes in a run of {@link CurveTraining}. Places are in thousandths; points count from 0.
 *
 * <p>As text: "r900000" (a learning rate in millionths), "a200_900", "m7_350_500", "d3".
 */
public sealed interface CurveEdit {
    /** The points after it. */
    default CurvePoints applyTo(CurvePoints points) {
        return points;
    }

    /** Whether, right behind an earlier one, it makes that one void. */
    default boolean replaces(CurveEdit earlier) {
        return false;
    }

    String text();

    /** @throws IllegalArgumentException if the text is none */
    static CurveEdit parse(String text) {
        List<String> parts = Parts.of(text.isEmpty() ? text : text.substring(1), '_');
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'r' -> new Rate(CurveText.integer(parts.get(0)));
            case 'a' -> {
                int[] place = CurveText.place(parts);
                yield new Add(place[0], place[1]);
            }
            case 'm' -> {
                int[] place = CurveText.place(parts.subList(1, parts.size()));
                yield new Move(CurveText.integer(parts.get(0)), place[0], place[1]);
            }
            case 'd' -> new Remove(CurveText.integer(parts.get(0)));
            default ->
                throw new IllegalArgumentException(
                        "Edit: expected one such as r900000, a200_900, m7_350_500 or d3 but was \"" + text + '"');
        };
    }

    /** Another learning rate, in millionths, within (0, 10]. */
    record Rate(int millionths) implements CurveEdit {
        private static final int MOST = 10_000_000;

        /** @throws IllegalArgumentException if the rate is out of range */
        public Rate {
            if (millionths < 1 || millionths > MOST) {
                throw new IllegalArgumentException(
                        "Learning rate: expected 1 to 10,000,000 millionths but was " + millionths);
            }
        }

        /** The rate nearest to a number; none if that is not within (0, 10]. */
        public static Optional<Rate> of(double learningRate) {
            long millionths = Math.round(learningRate * 1e6);
            return millionths < 1 || millionths > MOST ? Optional.empty() : Optional.of(new Rate((int) millionths));
        }

        public float learningRate() {
            return (float) (millionths / 1e6);
        }

        @Override
        public boolean replaces(CurveEdit earlier) {
            return earlier instanceof Rate;
        }

        @Override
        public String text() {
            return "r" + millionths;
        }
    }

    /** A point more, behind the others. */
    record Add(int x, int y) implements CurveEdit {
        @Override
        public CurvePoints applyTo(CurvePoints points) {
            return points.with(x, y);
        }

        @Override
        public String text() {
            return "a" + x + "_" + y;
        }
    }

    /** A point somewhere else. */
    record Move(int point, int x, int y) implements CurveEdit {
        @Override
        public CurvePoints applyTo(CurvePoints points) {
            return points.moved(point, x, y);
        }

        @Override
        public boolean replaces(CurveEdit earlier) {
            return earlier instanceof Move move && move.point == point;
        }

        @Override
        public String text() {
            return "m" + point + "_" + x + "_" + y;
        }
    }

    /** A point no more; those behind it move up. */
    record Remove(int point) implements CurveEdit {
        @Override
        public CurvePoints applyTo(CurvePoints points) {
            return points.without(point);
        }

        @Override
        public String text() {
            return "d" + point;
        }
    }
}
