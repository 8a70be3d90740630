package feedforward.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Dataset;
import feedforward.data.TextBaseline;
import feedforward.loss.LossKind;
import feedforward.train.RunSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network that reads a text is compared with: counting alone, on the same characters. */
record TextScore(List<TextBaseline> baselines) {
    private static final List<String> NAMES = List.of("unigram", "bigram", "trigram");

    /** @param data with what is held out set aside; empty unless the loss is one of characters, in nats */
    static Optional<TextScore> of(RunSpec spec, Dataset data) {
        return data.train().vocabulary() > 0 && spec.loss() == LossKind.CROSS_ENTROPY
                ? Optional.of(new TextScore(TextBaseline.of(data)))
                : Optional.empty();
    }

    void addTo(JsonObject answer, double nats) {
        JsonObject counted = Json.object();
        for (TextBaseline baseline : baselines) {
            counted.add(
                    NAMES.get(baseline.order() - 1),
                    Json.object().add("nats", baseline.nats()).add("bits", baseline.bits()));
        }
        answer.add("validationBits", TextBaseline.bits(nats)).add("baselines", counted);
    }

    /** The comparison in a line. */
    String line(double nats) {
        StringBuilder line = new StringBuilder("Validation loss " + inWords(nats) + " a character. Counting alone:");
        String separator = " ";
        for (TextBaseline baseline : baselines) {
            line.append(separator).append(NAMES.get(baseline.order() - 1)).append("s ");
            line.append(inWords(baseline.nats()));
            separator = "; ";
        }
        return line.toString();
    }

    /** A loss in both units. */
    static String inWords(double nats) {
        return String.format(Locale.ROOT, "%.3f nats, %.3f bits", nats, TextBaseline.bits(nats));
    }
}
