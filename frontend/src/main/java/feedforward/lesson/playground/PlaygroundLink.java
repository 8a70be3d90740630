package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.lesson.LessonLink;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The playground's whole state as a link: settings, the edits made by hand, and the number of steps.
 *
 * @param journal ascending in steps
 */
record PlaygroundLink(Settings settings, List<Edit> journal, int step) {
    static final int MOST_STEPS = 1_000_000;

    private static final String ROWS = "~";
    private static final String CELLS = "_";

    static PlaygroundLink of(LessonLink link) {
        Settings usual = Settings.USUAL;
        return new PlaygroundLink(
                usual.with(points(link, usual.points()))
                        .with(read(link, "layers", usual.layers(), "layers such as 4_tanh.2_relu", HiddenLayer::parse))
                        .with(training(link, usual.training())),
                read(link, "edits", List.of(), "edits such as 120_rate_0.1", PlaygroundLink::edits),
                link.count("step", 0, 0, MOST_STEPS));
    }

    /** What is usual is left out. */
    LessonLink link() {
        PlanePoints points = settings.points();
        Training training = settings.training();
        Training usual = Training.USUAL;
        Writer writer = new Writer();
        writer.add("data", points.id(), PlanePoints.USUAL.id());
        if (points.set().isPresent()) {
            writer.add("noise", points.noise(), PlanePoints.USUAL.noise());
            writer.add("points", points.count(), PlanePoints.USUAL.count());
            writer.add("dataseed", points.seed(), PlanePoints.USUAL.seed());
        } else {
            writer.add("own", points.own().replace("\n", ROWS).replace(",", CELLS), "");
        }
        writer.add("share", points.share(), PlanePoints.USUAL.share());
        writer.add("layers", HiddenLayer.text(settings.layers()), HiddenLayer.text(Settings.USUAL.layers()));
        writer.add("optimiser", training.method().id(), usual.method().id());
        writer.add("rate", training.rate(), usual.rate());
        writer.add("batch", training.batch(), usual.batch());
        writer.add("l1", training.l1(), usual.l1());
        writer.add("l2", training.l2(), usual.l2());
        writer.add("start", training.start().id(), usual.start().id());
        writer.add("seed", training.seed(), usual.seed());
        writer.add("edits", String.join(ROWS, journal.stream().map(Edit::text).toList()), "");
        writer.add("step", step, 0);
        return writer.link;
    }

    private static PlanePoints points(LessonLink link, PlanePoints usual) {
        PlanePoints points = read(link, "data", usual, "the name of a set such as xor", usual::withSet)
                .withNoise(link.count("noise", usual.noise(), 0, 50))
                .withCount(link.count("points", usual.count(), 20, 1000))
                .withSeed(link.count("dataseed", usual.seed(), 0, Training.LARGEST_SEED))
                .withShare(link.count("share", usual.share(), 10, 90));
        return points.set().isPresent()
                ? points
                : read(
                        link,
                        "own",
                        points,
                        "points such as x_y_class~1.5_-2_0~-1_2_1",
                        text -> points.withDrawn(text.replace(ROWS, "\n").replace(CELLS, ",")));
    }

    private static Training training(LessonLink link, Training usual) {
        Training training = read(
                link,
                "optimiser",
                usual,
                "sgd, momentum, rmsprop or adam",
                id -> usual.with(choice(Training.Method.values(), Training.Method::id, id)));
        Training started = read(
                link,
                "start",
                training,
                "glorot, he, same or wide",
                id -> training.with(choice(Training.Start.values(), Training.Start::id, id)));
        return started.withRate(chosen(link, "rate", usual.rate(), Training.RATES))
                .withBatch(chosen(link, "batch", usual.batch(), Training.BATCHES))
                .withPenalties(
                        chosen(link, "l1", usual.l1(), Training.PENALTIES),
                        chosen(link, "l2", usual.l2(), Training.PENALTIES))
                .withSeed(link.count("seed", usual.seed(), 0, Training.LARGEST_SEED));
    }

    private static List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Parts.of(text, ROWS.charAt(0)).forEach(part -> edits.add(Edit.parse(part)));
        return List.copyOf(edits);
    }

    private static String chosen(LessonLink link, String name, String usual, List<String> choices) {
        return read(link, name, usual, "one of " + choices, text -> {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    private static <T> T choice(T[] all, Function<T, String> id, String wanted) {
        return Arrays.stream(all)
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wanted));
    }

    /** What a text means, or the usual where there is none; one that means nothing is noted. */
    private static <T> T read(LessonLink link, String name, T usual, String expected, Reader<T> reader) {
        if (!link.has(name)) {
            return usual;
        }
        try {
            return reader.read(link.text(name, ""));
        } catch (IllegalArgumentException e) {
            link.note(name, expected);
            return usual;
        }
    }

    private interface Reader<T> {
        T read(String text);
    }

    /** A link that grows. */
    private static final class Writer {
        private LessonLink link = LessonLink.empty();

        void add(String name, String value, String usual) {
            if (!value.equals(usual)) {
                link = link.with(name, value);
            }
        }

        void add(String name, int value, int usual) {
            add(name, Integer.toString(value), Integer.toString(usual));
        }
    }
}
