package feedforward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    private static JsonFields spec(String text) {
        return JsonFields.parse("RunSpec", text);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void givesEachFieldAsTheTypeAskedFor() {
        JsonFields spec = spec("""
            {"loss": "cross-entropy", "shuffle": true, "epochs": 20, "seed": -9007199254740993, "learningRate": 0.5,
             "network": {"layers": [{"units": 128}, {"units": 10}]}}
            """);
        assertThat(spec.text("loss")).isEqualTo("cross-entropy");
        assertThat(spec.flag("shuffle")).isTrue();
        assertThat(spec.integer("epochs", 1, 100)).isEqualTo(20);
        assertThat(spec.longInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-9007199254740993L);
        assertThat(spec.number("learningRate", 0, 10)).isEqualTo(0.5);
        List<JsonField> layers = spec.object("network").array("layers");
        assertThat(layers)
                .extracting(layer -> layer.object().integer("units", 1, 4_096))
                .containsExactly(128, 10);
        spec.rejectUnknown();
    }

    @Test
    void textThatHoldsNoObjectIsRefused() {
        assertRefused(() -> spec("[1]")).hasMessage("RunSpec: expected an object but was an array of 1");
        assertRefused(() -> spec("{")).hasMessage("RunSpec at 1:2: expected JSON but the text ends");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertRefused(() -> spec("{}").text("loss")).hasMessage("RunSpec loss: expected this field but it is missing");
    }

    @Test
    void anOptionalFieldMayBeMissingButNotOfTheWrongType() {
        assertThat(spec("{}").optional("momentum").map(field -> field.number(0, 1)))
                .isEmpty();
        assertThat(spec("{\"momentum\":1}").optional("momentum").map(field -> field.number(0, 1)))
                .contains(1.0);
        assertRefused(() -> spec("{\"momentum\":null}").optional("momentum").map(field -> field.number(0, 1)))
                .hasMessage("RunSpec momentum: expected a number in [0, 1] but was null");
    }

    @Test
    void textMustBeAString() {
        assertRefused(() -> spec("{\"loss\":3}").text("loss")).hasMessage("RunSpec loss: expected text but was 3");
    }

    @Test
    void longTextIsShortenedInMessages() {
        assertRefused(() -> spec("{\"epochs\":\"" + "x".repeat(1_000) + "\"}").integer("epochs", 1, 9))
                .hasMessage("RunSpec epochs: expected a whole number in [1, 9] but was \"" + "x".repeat(59)
                        + "… (1002 characters)");
    }

    @Test
    void aChoiceMustBeOneOfThoseOffered() {
        List<String> losses = List.of("squared-error", "cross-entropy");
        assertThat(spec("{\"loss\":\"cross-entropy\"}").field("loss").choice(losses))
                .isEqualTo("cross-entropy");
        assertRefused(() -> spec("{\"loss\":\"hinge\"}").field("loss").choice(losses))
                .hasMessage("RunSpec loss: expected one of \"squared-error\", \"cross-entropy\" but was \"hinge\"");
        assertRefused(() -> spec("{\"loss\":true}").field("loss").choice(losses))
                .hasMessageEndingWith("but was true");
    }

    @Test
    void aFlagMustBeTrueOrFalse() {
        assertThat(spec("{\"shuffle\":false}").flag("shuffle")).isFalse();
        assertRefused(() -> spec("{\"shuffle\":\"true\"}").flag("shuffle"))
                .hasMessage("RunSpec shuffle: expected true or false but was \"true\"");
    }

    @Test
    void aWholeNumberMustBeInItsRange() {
        assertThat(spec("{\"epochs\":1}").integer("epochs", 1, 9)).isEqualTo(1);
        assertThat(spec("{\"epochs\":9}").integer("epochs", 1, 9)).isEqualTo(9);
        assertRefused(() -> spec("{\"epochs\":0}").integer("epochs", 1, 65_536))
                .hasMessage("RunSpec epochs: expected a whole number in [1, 65,536] but was 0");
        assertRefused(() -> spec("{\"epochs\":10}").integer("epochs", 1, 9)).hasMessageEndingWith("but was 10");
        assertRefused(() -> spec("{\"epochs\":4294967297}").integer("epochs", 1, 9))
                .hasMessageEndingWith("but was 4294967297");
        assertRefused(() ->
                        spec("{\"epochs\":9223372036854775808}").longInteger("epochs", Long.MIN_VALUE, Long.MAX_VALUE))
                .hasMessageEndingWith("but was 9223372036854775808");
    }

    @Test
    void aWholeNumberHasNoFractionNoExponentAndNoQuotes() {
        assertRefused(() -> spec("{\"epochs\":1.0}").integer("epochs", 1, 9)).hasMessageEndingWith("but was 1.0");
        assertRefused(() -> spec("{\"epochs\":1e0}").integer("epochs", 1, 9)).hasMessageEndingWith("but was 1e0");
        assertRefused(() -> spec("{\"epochs\":\"1\"}").integer("epochs", 1, 9)).hasMessageEndingWith("but was \"1\"");
    }

    @Test
    void aNumberMustBeInItsRange() {
        assertThat(spec("{\"rate\":1e-3}").number("rate", 0, 1)).isEqualTo(0.001);
        assertThat(spec("{\"rate\":0}").number("rate", 0, 1)).isZero();
        assertThat(spec("{\"rate\":1}").number("rate", 0, 1)).isOne();
        assertRefused(() -> spec("{\"rate\":-1e-9}").number("rate", 0, 0.5))
                .hasMessage("RunSpec rate: expected a number in [0, 0.5] but was -1e-9");
        assertRefused(() -> spec("{\"rate\":1.5}").number("rate", 0, 1)).hasMessageEndingWith("but was 1.5");
        assertRefused(() -> spec("{\"rate\":1e999}").number("rate", 0, Double.MAX_VALUE))
                .hasMessageEndingWith("but was 1e999");
        assertRefused(() -> spec("{\"rate\":\"0.1\"}").number("rate", 0, 1)).hasMessageEndingWith("but was \"0.1\"");
    }

    @Test
    void aNumberAboveExcludesItsLowerBound() {
        assertThat(spec("{\"rate\":10}").field("rate").numberAbove(0, 10)).isEqualTo(10);
        assertRefused(() -> spec("{\"rate\":0}").field("rate").numberAbove(0, 10))
                .hasMessage("RunSpec rate: expected a number in (0, 10] but was 0");
        assertRefused(() -> spec("{\"rate\":11}").field("rate").numberAbove(0, 10))
                .hasMessageEndingWith("but was 11");
    }

    @Test
    void aNumberWithAbsurdlyManyDigitsIsRefused() {
        assertRefused(() -> spec("{\"rate\":0." + "1".repeat(63) + "}").number("rate", 0, 1))
                .hasMessageEndingWith("… (65 characters)");
        assertThat(spec("{\"rate\":0." + "1".repeat(62) + "}").number("rate", 0, 1))
                .isEqualTo(1 / 9.0);
    }

    @Test
    void pathsLeadThroughObjectsAndArrays() {
        JsonFields spec = spec("{\"network\":{\"layers\":[{\"units\":8},{\"units\":0.5}]}}");
        assertRefused(() ->
                        spec.object("network").array("layers").get(1).object().integer("units", 1, 4_096))
                .hasMessage("RunSpec network.layers[1].units: expected a whole number in [1, 4,096] but was 0.5");
        assertRefused(() -> spec.object("network").object("layers"))
                .hasMessage("RunSpec network.layers: expected an object but was an array of 2");
        assertRefused(() -> spec.array("network")).hasMessage("RunSpec network: expected an array but was an object");
        assertThat(spec.object("network").where()).isEqualTo("RunSpec network");
    }

    @Test
    void anArrayMustHaveAsManyElementsAsAskedFor() {
        JsonField shape = spec("{\"shape\":[1,2,3]}").field("shape");
        assertThat(shape.elements(3, 3)).hasSize(3);
        assertThat(shape.elements(0, 3)).hasSize(3);
        assertRefused(() -> shape.elements(0, 2))
                .hasMessage("RunSpec shape: expected an array of 0 to 2 elements but was an array of 3");
        assertRefused(() -> shape.elements(4, 4))
                .hasMessage("RunSpec shape: expected an array of 4 elements but was an array of 3");
        assertRefused(() -> spec("{\"shape\":3}").field("shape").elements(4, 9)).hasMessageEndingWith("but was 3");
    }

    @Test
    void aFieldNobodyAskedForIsUnknown() {
        JsonFields spec = spec("{\"seed\":1,\"sede\":2}");
        spec.integer("seed", 0, 9);
        spec.optional("momentum");
        assertRefused(spec::rejectUnknown)
                .hasMessage("RunSpec: expected only the fields seed, momentum but was also given \"sede\"");
        spec.field("sede");
        spec.rejectUnknown();
    }

    @Test
    void namesKeepTheOrderOfTheText() {
        assertThat(spec("{\"b\":1,\"a\":2,\"c\":3}").names()).containsExactly("b", "a", "c");
    }

    @Test
    void aCallersOwnRuleGetsTheSameKindOfMessage() {
        assertThat(spec("{\"units\":3}").field("units").refused("an even number"))
                .hasMessage("RunSpec units: expected an even number but was 3");
    }
}
