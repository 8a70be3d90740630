package feedforward.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.text.Digits;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * How well a finished run did. Where examples are held out, or the data are a text, whose end is, the run was judged by them all
 * along; the test set is judged by once, here, so that no choice can rest on it.
 *
 * @param validation on what was held out
 * @param test on the test set
 */
record Judgement(Optional<EvaluationReport> validation, Optional<EvaluationReport> test) {

    /** @param along the run's own last evaluation */
    static Judgement of(Run run, EvaluationReport along, Dataset data, Device device) {
        RunSpec spec = run.spec();
        if (spec.data().holdOut() > 0) {
            int learnt = data.train().count() - spec.data().holdOut();
            EvaluationReport test =
                    Evaluation.of(run.network(), spec.loss(), device, data.test(), Math.min(spec.batchSize(), learnt));
            return new Judgement(Optional.of(along), Optional.of(test));
        }
        return isText(data)
                ? new Judgement(Optional.of(along), Optional.empty())
                : new Judgement(Optional.empty(), Optional.of(along));
    }

    /** What a run is about to learn from and to be judged by, in a line. */
    static String announce(RunSpec spec, Dataset data) {
        int held = spec.data().holdOut();
        String kind = isText(data) ? " windows" : " examples";
        String line =
                "Data " + data.name() + ": " + Digits.grouped(data.train().count() - held) + kind + " to learn from, ";
        String rest = Digits.grouped(data.test().count());
        if (held > 0) {
            return line + Digits.grouped(held) + " to validate, " + rest + " to test at the end";
        }
        return line + rest + (isText(data) ? " to validate" : " to test");
    }

    void addTo(JsonObject answer, Optional<TextScore> text) {
        validation.ifPresent(report -> {
            add(answer, "validation", report);
            text.ifPresent(score -> score.addTo(answer, report.loss()));
        });
        test.ifPresent(report -> add(answer, "test", report));
    }

    private static void add(JsonObject answer, String set, EvaluationReport report) {
        answer.add(
                        set + "Accuracy",
                        report.accuracy().isPresent()
                                ? Json.value(report.accuracy().getAsDouble())
                                : Json.NULL)
                .add(set + "Loss", report.loss());
    }

    private static boolean isText(Dataset data) {
        return data.train().vocabulary() > 0;
    }
}
