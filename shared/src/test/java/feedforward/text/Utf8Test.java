package feedforward.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Utf8Exception refusal(int... values) {
        byte[] bytes = bytes(values);
        return catchThrowableOfType(Utf8Exception.class, () -> Utf8.decode(bytes, 0, bytes.length));
    }

    @Test
    void decodesOneToFourByteCharacters() {
        // A, é = C3 A9, € = E2 82 AC, U+1F600 = F0 9F 98 80
        byte[] bytes = bytes(0x41, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80);
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo("Aé€\uD83D\uDE00");
    }

    @Test
    void everyCodePointComesBack() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String text = Character.toString(codePoint);
                byte[] bytes = Utf8.encode(text);
                if (!Utf8.decode(bytes, 0, bytes.length).equals(text)) {
                    throw new AssertionError(Integer.toHexString(codePoint));
                }
            }
        }
    }

    @Test
    void decodesOnlyTheRangeAskedFor() {
        assertThat(Utf8.decode(bytes(0xFF, 0x61, 0x62, 0xFF), 1, 2)).isEqualTo("ab");
        assertThat(Utf8.decode(bytes(0x61), 1, 0)).isEmpty();
    }

    @Test
    void aRangeOutsideTheArrayIsRefused() {
        assertThatThrownBy(() -> Utf8.decode(new byte[4], 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Utf8: expected a range inside 4 bytes but was offset 2, length 3");
        assertThatThrownBy(() -> Utf8.decode(new byte[4], -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Utf8.decode(new byte[4], 1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Utf8.decode(new byte[4], Integer.MAX_VALUE, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aContinuationByteCannotStandFirst() {
        assertThat(refusal(0x61, 0x80))
                .hasMessage("Utf8: expected the first byte of a character at byte 1 but was 0x80")
                .extracting(Utf8Exception::offset)
                .isEqualTo(1);
    }

    @Test
    void aCharacterCutShortIsRefused() {
        assertThat(refusal(0x61, 0xE2, 0x82))
                .hasMessage("Utf8: expected 3 bytes for the character at byte 1 but the text ends after 2")
                .extracting(Utf8Exception::offset)
                .isEqualTo(1);
    }

    @Test
    void aMissingContinuationIsRefusedWhereItShouldStand() {
        assertThat(refusal(0xE2, 0x82, 0x41))
                .hasMessage("Utf8: expected a continuation of the character at byte 0 at byte 2 but was 0x41")
                .extracting(Utf8Exception::offset)
                .isEqualTo(2);
    }

    @Test
    void overlongFormsAreRefused() {
        assertThat(refusal(0xC0, 0xAF)).hasMessageContaining("at byte 0 but was 0xc0");
        assertThat(refusal(0xC1, 0xBF)).hasMessageContaining("at byte 0 but was 0xc1");
        assertThat(refusal(0xE0, 0x9F, 0xBF)).hasMessageContaining("at byte 1 but was 0x9f");
        assertThat(refusal(0xF0, 0x8F, 0xBF, 0xBF)).hasMessageContaining("at byte 1 but was 0x8f");
    }

    @Test
    void surrogatesAreRefused() {
        assertThat(refusal(0xED, 0xA0, 0x80)).hasMessageContaining("at byte 1 but was 0xa0");
        assertThat(refusal(0xED, 0xBF, 0xBF)).hasMessageContaining("at byte 1 but was 0xbf");
    }

    @Test
    void nothingAboveTheLastCodePointIsAccepted() {
        assertThat(refusal(0xF4, 0x90, 0x80, 0x80)).hasMessageContaining("at byte 1 but was 0x90");
        assertThat(refusal(0xF5, 0x80, 0x80, 0x80)).hasMessageContaining("at byte 0 but was 0xf5");
        assertThat(refusal(0xFF)).hasMessageContaining("at byte 0 but was 0xff");
    }

    @Test
    void halfASurrogatePairCannotBeEncoded() {
        assertThatThrownBy(() -> Utf8.encode("ab\uD83D"))
                .isInstanceOf(Utf8Exception.class)
                .hasMessage("Utf8: expected whole surrogate pairs but was half of one at character 2");
        assertThatThrownBy(() -> Utf8.encode("\uDE00\uD83D")).hasMessageEndingWith("at character 0");
        assertThatThrownBy(() -> Utf8.encode("\uD83D\uDE00\uD83Dx")).hasMessageEndingWith("at character 2");
    }

    /** The JDK's decoder in REPORT mode judges the same byte strings; short ones from a few telling values. */
    @Test
    void agreesWithTheJdkOnRandomBytes() {
        int[] telling = {
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5
        };
        SplittableRandom random = new SplittableRandom(1);
        int accepted = 0;
        for (int run = 0; run < 200_000; run++) {
            byte[] bytes = new byte[random.nextInt(6)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) telling[random.nextInt(telling.length)];
            }
            String expected = jdkDecoded(bytes);
            String actual = ours(bytes);
            assertThat(actual).isEqualTo(expected);
            accepted += expected.equals("refused") ? 0 : 1;
        }
        assertThat(accepted).isBetween(10_000, 190_000);
    }

    private static String ours(byte[] bytes) {
        try {
            return Utf8.decode(bytes, 0, bytes.length);
        } catch (Utf8Exception e) {
            return "refused";
        }
    }

    private static String jdkDecoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "refused";
        }
    }
}
