package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Files that other programs write, and files that nobody should. */
class SafetensorsReaderTest {
    private static byte[] file(byte[] header, int dataBytes) {
        return ByteBuffer.allocate(8 + header.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private static byte[] file(String header, int dataBytes) {
        return file(header.getBytes(StandardCharsets.UTF_8), dataBytes);
    }

    private static String entry(String name, String shape, long begin, long end) {
        return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end
                + "]}";
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] file) {
        return assertThatThrownBy(() -> Safetensors.parse(file)).isInstanceOf(SafetensorsException.class);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String header, int dataBytes) {
        return assertRefused(file(header, dataBytes));
    }

    @Test
    void tensorsComeInTheOrderOfTheirBytesWhateverTheHeadersOrder() {
        String header = "{" + entry("last", "[1]", 8, 12) + "," + entry("none", "[0,5]", 8, 8) + ","
                + entry("first", "[2]", 0, 8) + ",\"__metadata__\":{\"k\":\"v\"}}";
        byte[] file = file(header, 12);
        file[file.length - 1] = 0x40; // the last float: 40000000 is 2

        Safetensors read = Safetensors.parse(file);

        assertThat(read.tensors().keySet()).containsExactly("first", "none", "last");
        assertThat(read.tensor("last").values()).containsExactly(2f);
        assertThat(read.tensor("none").shape().sizes()).containsExactly(0, 5);
        assertThat(read.metadata()).containsExactly(Map.entry("k", "v"));
        assertThat(read.sha256()).isEqualTo(Sha256.hexOf(Arrays.copyOfRange(file, file.length - 12, file.length)));
    }

    @Test
    void theHeaderNeedsNoPaddingAndMayBeSpacious() {
        assertThat(Safetensors.parse(file("{ " + entry("w", " [ 1 ] ", 0, 4) + " }     ", 4))
                        .tensors())
                .containsOnlyKeys("w");
    }

    @Test
    void aFileShorterThanItsFirstNumberIsRefused() {
        assertRefused(new byte[5])
                .hasMessage("Safetensors: expected at least 8 bytes, the header's length, but the file has 5;"
                        + " it was cut short, or is no safetensors file");
        assertRefused(new byte[0]).hasMessageContaining("the file has 0");
    }

    @Test
    void aHeaderAboveHalfAMebibyteIsRefused() {
        byte[] file = file("{}", 0);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(524_289);
        assertRefused(file)
                .hasMessage("Safetensors: expected a header of at most 524,288 bytes but its length is 524,289;"
                        + " is this a safetensors file?");
        Arrays.fill(file, 0, 8, (byte) 0xFF);
        assertRefused(file).hasMessageContaining("but its length is above 9,223,372,036,854,775,807;");
        assertRefused("PK\3\4 and more of a zip file".getBytes(StandardCharsets.US_ASCII))
                .hasMessageEndingWith("is this a safetensors file?");
    }

    @Test
    void aHeaderOfExactlyHalfAMebibyteIsRead() {
        assertThat(Safetensors.parse(file("{}" + " ".repeat(524_286), 0)).tensors())
                .isEmpty();
    }

    @Test
    void aHeaderThatEndsWithTheFileIsRefused() {
        byte[] whole = file("{" + entry("w", "[1]", 0, 4) + "}", 4);
        assertRefused(Arrays.copyOf(whole, 30))
                .hasMessage("Safetensors: expected a header of 54 bytes but the file ends after 22 of them;"
                        + " it was cut short, or is no safetensors file");
    }

    @Test
    void aTensorOfHalvesHasTwoBytesForEach() {
        String half = "{\"w\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}";
        byte[] file = file(half, 4);
        file[file.length - 1] = 0x3C; // 3C00 is 1
        assertThat(Safetensors.parse(file).tensor("w").values()).containsExactly(0f, 1f);

        file[file.length - 1] = 0x7C; // 7C00 is infinity
        assertRefused(file).hasMessageContaining("expected finite values but was Infinity at index 1");
        assertRefused(half, 3).hasMessageContaining("header says 2 floats for \"w\" but the file ends after 1;");
        assertRefused(half.replace("[2]", "[1]"), 4)
                .hasMessageContaining("expected 2 bytes for shape [1] but was [0, 4], 4 bytes");
    }

    @Test
    void aHeaderMustBeginWithABrace() {
        assertRefused("", 0)
                .hasMessage("Safetensors: expected a header that begins with '{' but was empty;"
                        + " is this a safetensors file?");
        assertRefused(" {}", 0)
                .hasMessage("Safetensors: expected a header that begins with '{' but was 0x20;"
                        + " is this a safetensors file?");
        assertRefused("[]", 0).hasMessageContaining("but was 0x5b");
    }

    @Test
    void aHeaderMustBeUtf8() {
        assertRefused(file(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'}, 0))
                .hasMessage("Safetensors header: not UTF-8;"
                        + " Utf8: expected the first byte of a character at byte 10 but was 0xc0");
    }

    @Test
    void aHeaderMustBeJson() {
        assertRefused("{\"w\":}", 0).hasMessage("Safetensors header at 1:6: expected value but was '}'");
        assertRefused("{} {}", 0).hasMessage("Safetensors header at 1:4: expected JSON but was '{'");
        assertRefused("{\"w\":" + "[".repeat(50), 0)
                .hasMessage("Safetensors header at 1:37: expected nesting of at most 32 levels but was deeper");
    }

    @Test
    void nothingMayStandTwice() {
        String w = entry("w", "[1]", 0, 4);
        assertRefused("{" + w + "," + w + "}", 4)
                .hasMessage("Safetensors header at 1:58: expected each name once"
                        + " but \"w\" stands twice in one object");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 4)
                .hasMessageContaining("\"dtype\" stands twice");
        assertRefused("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", 0).hasMessageContaining("\"a\" stands twice");
        assertRefused("{\"__metadata__\":{},\"__metadata__\":{}}", 0)
                .hasMessageContaining("\"__metadata__\" stands twice");
    }

    @Test
    void metadataMustBeTexts() {
        assertRefused("{\"__metadata__\":[]}", 0)
                .hasMessage("Safetensors \"__metadata__\": expected an object but was an array of 0");
        assertRefused("{\"__metadata__\":{\"seed\":1}}", 0)
                .hasMessage("Safetensors \"__metadata__\" \"seed\": expected text but was 1");
    }

    @Test
    void anEntryMustBeAnObjectOfThreeFields() {
        assertRefused("{\"w\":3}", 0).hasMessage("Safetensors \"w\": expected an object but was 3");
        assertRefused("{\"w\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4)
                .hasMessage("Safetensors \"w\" dtype: expected this field but it is missing");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 4)
                .hasMessage("Safetensors \"w\" shape: expected this field but it is missing");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4)
                .hasMessage("Safetensors \"w\" data_offsets: expected this field but it is missing");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"scale\":1}}", 4)
                .hasMessage("Safetensors \"w\": expected only the fields dtype, shape, data_offsets"
                        + " but was also given \"scale\"");
    }

    @Test
    void anEntrysFieldsMustBeOfTheirTypes() {
        assertRefused("{\"w\":{\"dtype\":32,\"shape\":[1],\"data_offsets\":[0,4]}}", 4)
                .hasMessage("Safetensors \"w\" dtype: expected text but was 32");
        assertRefused("{" + entry("w", "1", 0, 4) + "}", 4)
                .hasMessage("Safetensors \"w\" shape: expected an array of 0 to 8 elements but was 1");
        assertRefused("{" + entry("w", "[\"1\"]", 0, 4) + "}", 4)
                .hasMessage(
                        "Safetensors \"w\" shape[0]:" + " expected a whole number in [0, 2,147,483,647] but was \"1\"");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":4}}", 4)
                .hasMessage("Safetensors \"w\" data_offsets: expected an array of 2 elements but was 4");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}", 4)
                .hasMessage("Safetensors \"w\" data_offsets: expected an array of 2 elements but was an array of 3");
        assertRefused("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,null]}}", 4)
                .hasMessageContaining("data_offsets[1]: expected a whole number in [0, 9,223,372,036,854,775,807]");
    }

    @Test
    void onlyF32IsRead() {
        for (String dtype : new String[] {"BF16", "F64", "I64", "f32", ""}) {
            assertRefused("{\"w\":{\"dtype\":\"" + dtype + "\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4)
                    .hasMessage("Safetensors \"w\" dtype: expected F32 or F16 but was \"" + dtype
                            + "\"; convert the tensor to 32-bit floats first");
        }
    }

    @Test
    void sizesMustBeWholeAndNotHuge() {
        assertRefused("{" + entry("w", "[2,-1]", 0, 4) + "}", 4)
                .hasMessage("Safetensors \"w\" shape[1]: expected a whole number in [0, 2,147,483,647] but was -1");
        assertRefused("{" + entry("w", "[1.5]", 0, 4) + "}", 4).hasMessageEndingWith("but was 1.5");
        assertRefused("{" + entry("w", "[1e3]", 0, 4) + "}", 4).hasMessageEndingWith("but was 1e3");
        assertRefused("{" + entry("w", "[2147483648]", 0, 4) + "}", 4).hasMessageEndingWith("but was 2147483648");
        assertRefused("{" + entry("w", "[18446744073709551617]", 0, 4) + "}", 4)
                .hasMessageEndingWith("but was 18446744073709551617");
    }

    @Test
    void aShapesProductMustFitAnInt() {
        assertRefused("{" + entry("w", "[65536,65536]", 0, 4) + "}", 4)
                .hasMessage("Safetensors \"w\" shape: Shape: expected at most 2,147,483,647 elements"
                        + " but was [65536, 65536]; split the tensor");
        assertRefused("{" + entry("w", "[2147483647,2147483647,2147483647,4]", 0, 4) + "}", 4)
                .hasMessageContaining("expected at most 2,147,483,647 elements");
    }

    @Test
    void aTensorHasAtMost8Dimensions() {
        assertRefused("{" + entry("w", "[1,1,1,1,1,1,1,1,1]", 0, 4) + "}", 4)
                .hasMessage("Safetensors \"w\" shape: expected an array of 0 to 8 elements but was an array of 9");
    }

    @Test
    void offsetsMustFitTheShape() {
        assertRefused("{" + entry("w", "[10,10]", 0, 396) + "}", 396)
                .hasMessage("Safetensors \"w\" data_offsets: expected 400 bytes for shape [10, 10]"
                        + " but was [0, 396], 396 bytes");
        assertRefused("{" + entry("w", "[1]", 8, 4) + "}", 8)
                .hasMessage("Safetensors \"w\" data_offsets: expected 4 bytes for shape [1]"
                        + " but was [8, 4], which ends before it begins");
        assertRefused("{" + entry("w", "[1]", 0, -4) + "}", 8).hasMessageEndingWith("but was -4");
    }

    @Test
    void valuesThatTheFileDoesNotHaveAreRefused() {
        assertRefused("{" + entry("fc1.weight", "[785,10]", 0, 31_400) + "}", 16_386)
                .hasMessage("Safetensors: header says 7,850 floats for \"fc1.weight\" but the file ends after 4,096;"
                        + " the download was cut short");
        assertRefused("{" + entry("a", "[1]", 0, 4) + "," + entry("b", "[1]", 4, 8) + "}", 3)
                .hasMessageContaining("1 floats for \"a\" but the file ends after 0");
        assertRefused("{" + entry("w", "[500000000]", 9_223_372_034_854_775_807L, 9_223_372_036_854_775_807L) + "}", 4)
                .hasMessageContaining("500,000,000 floats for \"w\" but the file ends after 0");
    }

    @Test
    void overlappingTensorsAreRefused() {
        assertRefused("{" + entry("a", "[2]", 0, 8) + "," + entry("b", "[2]", 4, 12) + "}", 12)
                .hasMessage("Safetensors \"b\" data_offsets: expected to begin at byte 8, where \"a\" ends,"
                        + " but was 4; tensors overlap");
        assertRefused("{" + entry("a", "[1]", 0, 4) + "," + entry("b", "[1]", 0, 4) + "}", 4)
                .hasMessageContaining("tensors overlap");
        assertRefused("{" + entry("a", "[2]", 0, 8) + "," + entry("none", "[0]", 4, 4) + "}", 8)
                .hasMessageContaining("tensors overlap");
    }

    @Test
    void bytesThatBelongToNoTensorAreRefused() {
        assertRefused("{" + entry("a", "[1]", 4, 8) + "}", 8)
                .hasMessage("Safetensors \"a\" data_offsets: expected to begin at byte 0, where the header ends,"
                        + " but was 4; bytes between belong to no tensor");
        assertRefused("{" + entry("b", "[1]", 1_008, 1_012) + "," + entry("a", "[1]", 0, 4) + "}", 1_012)
                .hasMessage("Safetensors \"b\" data_offsets: expected to begin at byte 4, where \"a\" ends,"
                        + " but was 1,008; bytes between belong to no tensor");
        assertRefused("{" + entry("a", "[1]", 0, 4) + "}", 1_000)
                .hasMessage("Safetensors: expected 4 bytes of values, as the header says, but was 1,000;"
                        + " the last bytes belong to no tensor");
        assertRefused("{}", 1).hasMessageContaining("expected 0 bytes of values");
    }

    @Test
    void aWeightThatIsNotFiniteIsRefused() {
        byte[] file = file("{" + entry("fc1.weight", "[3]", 0, 12) + "}", 12);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4, Float.NEGATIVE_INFINITY);
        assertRefused(file)
                .hasMessage("Safetensors \"fc1.weight\": expected finite values but was -Infinity at index 2;"
                        + " the training that made it diverged");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, 0x7FA00001);
        assertRefused(file).hasMessageContaining("was NaN at index 1;");
    }

    @Test
    void moreThan4096TensorsAreRefused() {
        String most = IntStream.range(0, 4096)
                .mapToObj(i -> entry("t" + i, "[0]", 0, 0))
                .collect(Collectors.joining(","));
        assertThat(Safetensors.parse(file("{" + most + ",\"__metadata__\":{}}", 0))
                        .tensors())
                .hasSize(4096);
        assertRefused("{" + most + "," + entry("one more", "[0]", 0, 0) + "}", 0)
                .hasMessage("Safetensors: expected at most 4,096 tensors but there are more");
    }

    @Test
    void oneTensorWithMoreThan4096ValuesIsRefused() {
        assertRefused("{" + entry("w", "[" + "0,".repeat(5000) + "0]", 0, 0) + "}", 0)
                .hasMessageStartingWith("Safetensors header at 1:")
                .hasMessageEndingWith("expected at most 4,096 values but there are more");
    }

    @Test
    void aLongNameIsShortenedInMessages() {
        assertRefused("{\"" + "n".repeat(1_000) + "\":3}", 0)
                .hasMessage("Safetensors \"" + "n".repeat(80) + "…\": expected an object but was 3");
    }

    /** Every cut and 50,000 seeded changes of a good file: it is read or refused in our words, nothing else. */
    @Test
    void aDamagedFileIsNeverMoreThanRefused() {
        byte[] good = file(
                "{\"__metadata__\":{\"seed\":\"é\"}," + entry("a", "[2,3]", 0, 24) + "," + entry("b", "[1]", 24, 28)
                        + "}",
                28);
        for (int length = 0; length < good.length; length++) {
            assertRefused(Arrays.copyOf(good, length));
        }
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int run = 0; run < 50_000; run++) {
            byte[] damaged = good.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read += readable(damaged) ? 1 : 0;
        }
        assertThat(read).isBetween(1_000, 49_000);
    }

    private static boolean readable(byte[] file) {
        try {
            Safetensors.parse(file);
            return true;
        } catch (SafetensorsException e) {
            assertThat(e).hasMessageStartingWith("Safetensors");
            return false;
        }
    }
}
