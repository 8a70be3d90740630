package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Augmentation;
import feedforward.json.JsonFields;
import feedforward.schedule.ConstantSchedule;
import feedforward.schedule.CosineSchedule;
import feedforward.schedule.ExponentialSchedule;
import feedforward.schedule.OneCycleSchedule;
import feedforward.schedule.Schedule;
import feedforward.schedule.StepSchedule;
import feedforward.schedule.WarmUpSchedule;
import feedforward.train.EarlyStopping;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeJsonTest {
    @Test
    void plainTrainingIsNotWritten() {
        assertWritten(Regime.PLAIN, "{}");
    }

    @Test
    void schedulesAreWrittenLikeThisAndComeBack() {
        assertWritten(new StepSchedule(0.1f, 30), "{\"type\":\"step\",\"factor\":0.1,\"epochs\":30}");
        assertWritten(new ExponentialSchedule(0.95f), "{\"type\":\"exponential\",\"factor\":0.95}");
        assertWritten(new CosineSchedule(0.01f), "{\"type\":\"cosine\",\"floor\":0.01}");
        assertWritten(
                OneCycleSchedule.DEFAULT,
                "{\"type\":\"one-cycle\",\"warmUp\":0.3,\"divisor\":25,\"finalDivisor\":10000}");
        assertWritten(
                new WarmUpSchedule(100, new CosineSchedule(0)),
                "{\"type\":\"warm-up\",\"steps\":100,\"then\":{\"type\":\"cosine\",\"floor\":0}}");
        assertWritten(
                new WarmUpSchedule(5, new ConstantSchedule()),
                "{\"type\":\"warm-up\",\"steps\":5,\"then\":{\"type\":\"constant\"}}");
    }

    @Test
    void regularisationIsWrittenWhereItIsNotZero() {
        assertWritten(
                Regime.PLAIN.with(Regularisation.NONE.withClipNorm(1).withAveraging(0.999f)),
                "{\"regularisation\":{\"clipNorm\":1,\"averaging\":0.999}}");
        assertWritten(
                Regime.PLAIN.with(
                        Regularisation.NONE.withPenalties(1e-5f, 1e-4f).withLabelSmoothing(0.05f)),
                "{\"regularisation\":{\"l1\":1.0E-5,\"l2\":1.0E-4,\"labelSmoothing\":0.05}}");
    }

    @Test
    void earlyStoppingIsWrittenWhereThereIsOne() {
        assertWritten(Regime.PLAIN.with(new EarlyStopping(5)), "{\"earlyStopping\":{\"patience\":5}}");
    }

    @Test
    void augmentationIsWrittenWithoutItsZeros() {
        assertWritten(
                Regime.PLAIN.with(new Augmentation(12, 0.12f, 0.15f, 2, 1, 0.5f, 3)),
                "{\"augmentation\":{\"rotation\":12,\"scaling\":0.12,\"shear\":0.15,\"shift\":2,\"elastic\":1,"
                        + "\"stroke\":0.5,\"plainEpochs\":3}}");
        assertWritten(Regime.PLAIN.with(new Augmentation(0, 0, 0, 2, 0, 0, 0)), "{\"augmentation\":{\"shift\":2}}");
    }

    @Test
    void whatIsWrittenOutThoughItIsPlainIsPlain() {
        String json = "{\"schedule\":{\"type\":\"constant\"},\"regularisation\":{\"l1\":0}}";
        assertThat(RegimeJson.read(JsonFields.parse("RunSpec", json))).isEqualTo(Regime.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schedule\":{\"type\":\"stairs\"}} | RunSpec schedule.type: expected one of \"constant\", \"step\","
                        + " \"exponential\", \"cosine\", \"warm-up\", \"one-cycle\" but was \"stairs\"",
                "{\"schedule\":{\"type\":\"step\",\"factor\":0.5}} | RunSpec schedule.epochs: expected this field but it"
                        + " is missing",
                "{\"schedule\":{\"type\":\"cosine\",\"floor\":1}} | RunSpec schedule floor: expected a number in [0, 1)"
                        + " but was 1.0",
                "{\"schedule\":{\"type\":\"cosine\",\"floor\":0,\"x\":1}} | RunSpec schedule: expected only the fields"
                        + " type, floor but was also given \"x\"",
                "{\"schedule\":{\"type\":\"warm-up\",\"steps\":1,\"then\":{\"type\":\"warm-up\",\"steps\":1,\"then\":"
                        + "{\"type\":\"constant\"}}}} | RunSpec schedule then: expected a schedule without a warm-up of its"
                        + " own but was WarmUpSchedule[steps=1, then=ConstantSchedule[]]",
                "{\"regularisation\":{\"dropout\":0.5}} | RunSpec regularisation: expected only the fields l1, l2, clipNorm,"
                        + " labelSmoothing, averaging but was also given \"dropout\"",
                "{\"regularisation\":{\"averaging\":1}} | RunSpec regularisation averaging: expected a number in [0, 1) but"
                        + " was 1.0",
                "{\"regularisation\":{\"l2\":-1}} | RunSpec regularisation.l2: expected a number in [0, 1] but was -1",
                "{\"earlyStopping\":{\"patience\":0}} | RunSpec earlyStopping.patience: expected a whole number in"
                        + " [1, 1,000,000] but was 0",
                "{\"augmentation\":{\"shift\":11}} | RunSpec augmentation.shift: expected a number in [0, 10] but was 11",
                "{\"augmentation\":{\"zoom\":1}} | RunSpec augmentation: expected only the fields rotation, scaling, shear, shift,"
                        + " elastic, stroke, plainEpochs but was also given \"zoom\"",
                "{\"earlyStopping\":5} | RunSpec earlyStopping: expected an object but was 5"
            })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> RegimeJson.read(JsonFields.parse("RunSpec", json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertWritten(Schedule schedule, String json) {
        assertWritten(Regime.PLAIN.with(schedule), "{\"schedule\":" + json + "}");
    }

    private static void assertWritten(Regime regime, String json) {
        JsonObject written = Json.object();
        RegimeJson.write(regime, written);
        assertThat(written).hasToString(json);
        assertThat(RegimeJson.read(JsonFields.parse("RunSpec", json))).isEqualTo(regime);
    }
}
