package feedforward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eclipsesource.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    private static AbstractThrowableAssert<?, ?> assertRefused(String text) {
        return assertThatThrownBy(() -> StrictJson.parse("RunSpec", text)).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void everyKindOfValueComesThroughUnchanged() {
        String text = "{\"a\":[1,-2.50e+3,true,false,null,\"x\\n\\u00e9\"],\"b\":{},\"c\":[],\"\":{\"d\":0}}";
        assertThat(StrictJson.parse("RunSpec", text)).isEqualTo(Json.parse(text));
    }

    @Test
    void numbersKeepTheirDigitsAsWritten() {
        assertThat(StrictJson.parse("RunSpec", "[9007199254740993, 1.10]")).hasToString("[9007199254740993,1.10]");
    }

    @Test
    void aScalarAloneIsJsonToo() {
        assertThat(StrictJson.parse("RunSpec", " 3 ").asInt()).isEqualTo(3);
    }

    @Test
    void malformedTextIsRefusedWithLineAndColumn() {
        assertRefused("{\"a\":1,\n \"b\" 2}").hasMessage("RunSpec at 2:6: expected ':' but was '2'");
        assertRefused("[1 2]").hasMessage("RunSpec at 1:4: expected ',' or ']' but was '2'");
        assertRefused("[1,]").hasMessage("RunSpec at 1:4: expected value but was ']'");
        assertRefused("{} x").hasMessage("RunSpec at 1:4: expected JSON but was 'x'");
        assertRefused("NaN").hasMessage("RunSpec at 1:1: expected value but was 'N'");
        assertRefused("[01]").hasMessage("RunSpec at 1:3: expected ',' or ']' but was '1'");
        assertRefused("\"a\u0001\"").hasMessage("RunSpec at 1:3: expected valid string character but was 0x0001");
        assertRefused("\uFEFF{}").hasMessage("RunSpec at 1:1: expected value but was 0xfeff");
    }

    @Test
    void textThatEndsTooEarlyIsRefused() {
        assertRefused("").hasMessage("RunSpec at 1:1: expected JSON but the text ends");
        assertRefused("{\"a\":[1,").hasMessage("RunSpec at 1:9: expected JSON but the text ends");
    }

    @Test
    void aNameMayStandOnceInAnObject() {
        assertRefused("{\"seed\":1,\"seed\":2}")
                .hasMessage("RunSpec at 1:17: expected each name once but \"seed\" stands twice in one object");
        assertRefused("[{\"x\":{\"a\":1,\"b\":2,\"\\u0061\":3}}]").hasMessageContaining("\"a\" stands twice");
        assertRefused("{\"a\":{\"b\":1},\"a\":{}}").hasMessageContaining("\"a\" stands twice");
    }

    @Test
    void theSameNameMayStandInDifferentObjects() {
        String text = "{\"a\":{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}}";
        assertThat(StrictJson.parse("RunSpec", text)).hasToString(text);
    }

    @Test
    void nestingMayBe32LevelsDeepAndNoDeeper() {
        assertThat(StrictJson.parse("RunSpec", "[".repeat(32) + "]".repeat(32)).isArray())
                .isTrue();
        assertRefused("[".repeat(33) + "]".repeat(33))
                .hasMessage("RunSpec at 1:33: expected nesting of at most 32 levels but was deeper");
        assertRefused("{\"a\":".repeat(33) + "1" + "}".repeat(33)).hasMessageContaining("at most 32 levels");
        assertRefused("[{\"a\":".repeat(100_000)).hasMessageContaining("at most 32 levels");
    }

    @Test
    void siblingsAddNoDepth() {
        String text = "[" + "[[]],".repeat(100) + "{\"a\":{}}" + "]";
        assertThat(StrictJson.parse("RunSpec", text).asArray().size()).isEqualTo(101);
    }

    @Test
    void textLongerThanTheBoundIsRefused() {
        assertThat(StrictJson.parse("RunSpec", "1" + " ".repeat(StrictJson.MAX_LENGTH - 1))
                        .asInt())
                .isEqualTo(1);
        assertRefused(" ".repeat(StrictJson.MAX_LENGTH + 1))
                .hasMessage("RunSpec: expected at most 1,048,576 characters of JSON but was 1,048,577");
    }

    @Test
    void moreThan4096ValuesAreRefused() {
        assertThat(StrictJson.parse("RunSpec", "[" + "0,".repeat(4094) + "0]")
                        .asArray()
                        .size())
                .isEqualTo(4095);
        assertRefused("[" + "0,".repeat(4095) + "0]")
                .hasMessage("RunSpec at 1:8193: expected at most 4,096 values but there are more");
        for (String value : List.of("\"\"", "null", "true", "[]", "{}")) {
            assertRefused("[" + (value + ",").repeat(5000) + "0]").hasMessageContaining("at most 4,096 values");
        }
    }

    @Test
    void membersAreHandedOverOneByOneAndBoundedEachAlone() {
        String values = "[" + "0,".repeat(3000) + "0]";
        byte[] text = ("{\"a\":" + values + ",\"b\":{\"c\":" + values + "}}").getBytes(StandardCharsets.UTF_8);
        List<String> members = new ArrayList<>();
        StrictJson.parseMembers("Header", text, 0, text.length, (name, value) -> members.add(name + value));
        assertThat(members).containsExactly("a" + values, "b{\"c\":" + values + "}");
    }

    @Test
    void membersBeforeAnErrorHaveBeenHandedOver() {
        byte[] text = "{\"a\":1,\"b\":2,\"a\":3}".getBytes(StandardCharsets.UTF_8);
        List<String> members = new ArrayList<>();
        assertThatThrownBy(() ->
                        StrictJson.parseMembers("Header", text, 0, text.length, (name, value) -> members.add(name)))
                .hasMessage("Header at 1:17: expected each name once but \"a\" stands twice in one object");
        assertThat(members).containsExactly("a", "b");
    }

    @Test
    void whatIsNoObjectHasNoMembers() {
        byte[] text = "[1,2]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StrictJson.parseMembers("Header", text, 0, text.length, (name, value) -> {}))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("Header: expected an object in braces but was another value");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertRefused("[\"\\ud83d\"]")
                .hasMessage("RunSpec at 1:10: expected whole surrogate pairs in a string but was half of one");
        assertRefused("{\"\\ude00\":1}").hasMessageContaining("half of one");
        assertThat(StrictJson.parse("RunSpec", "\"\\ud83d\\ude00\"").asString()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void bytesAreReadAsStrictUtf8() {
        byte[] bytes = "xx[\"é\"]x".getBytes(StandardCharsets.UTF_8);
        assertThat(StrictJson.parse("RunSpec", bytes, 2, 6)).hasToString("[\"é\"]");

        bytes[4] = (byte) 0xFF;
        assertThatThrownBy(() -> StrictJson.parse("RunSpec", bytes, 2, 6))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("RunSpec: not UTF-8; Utf8: expected the first byte of a character at byte 4 but was 0xff");
    }
}
