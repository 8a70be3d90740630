package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.hash.Sha256;
import feedforward.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
    private static final String GOLDEN_HEADER = """
        {"__metadata__":{"seed":"1"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},\
        "b":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}\
        """;

    /**
     * Built by hand: 135 characters of header and a space are 136 = 0x88; in binary32 1.5 is 3FC00000, −2 is C0000000
     * and the float nearest 0.1 is 3DCCCCCD, here with the low byte first.
     */
    private static final String GOLDEN_HEX = "8800000000000000"
            + HexFormat.of().formatHex((GOLDEN_HEADER + " ").getBytes(StandardCharsets.US_ASCII))
            + "0000c03f"
            + "000000c0"
            + "cdcccc3d";

    private static StoredTensor tensor(int... sizes) {
        Shape shape = Shape.of(sizes);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 0.5f;
        }
        return new StoredTensor(shape, values);
    }

    private static Safetensors golden() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("w", new StoredTensor(Shape.of(2), new float[] {1.5f, -2f}));
        tensors.put("b", new StoredTensor(Shape.of(), new float[] {0.1f}));
        return new Safetensors(Map.of("seed", "1"), tensors);
    }

    @Test
    void writesTheGoldenFileByteForByte() {
        assertThat(HexFormat.of().formatHex(golden().toBytes())).isEqualTo(GOLDEN_HEX);
    }

    @Test
    void readsTheGoldenFile() {
        Safetensors read = Safetensors.parse(HexFormat.of().parseHex(GOLDEN_HEX));
        assertThat(read).isEqualTo(golden());
        assertThat(read.tensors().keySet()).containsExactly("w", "b");
    }

    /** {@code tail -c 12 golden.safetensors | sha256sum} */
    @Test
    void theHashIsThatOfTheDataSection() {
        assertThat(golden().sha256()).isEqualTo("b5e09bd689209e1d9fc5f584a5753c21071250443baf89b750f8a9c01ff5d56a");
    }

    /** 1 = 0x3C00, −2 = 0xC000, 2⁻²⁴ = 0x0001, little-endian, behind the header. */
    @Test
    void float16ComesBackAsFloat32FromAFileHalfAsLong() {
        Safetensors content =
                new Safetensors(Map.of("k", "v"), Map.of("w", new StoredTensor(Shape.of(3), new float[] {1, -2, 0x1p-24f
                })));

        byte[] file = content.toFloat16Bytes();

        assertThat(Arrays.copyOfRange(file, file.length - 6, file.length))
                .containsExactly(0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00);
        assertThat(Safetensors.parse(file)).isEqualTo(content);
        assertThat(Safetensors.parse(file).sha256()).isEqualTo(content.sha256());
    }

    @Test
    void whatFloat16DoesNotHaveIsNotWrittenAsSuch() {
        StoredTensor third = new StoredTensor(Shape.of(1), new float[] {1 / 3f});
        assertThatExceptionOfType(SafetensorsException.class)
                .isThrownBy(() -> new Safetensors(Map.of(), Map.of("w", third)).toFloat16Bytes())
                .withMessage(
                        "Safetensors \"w\": expected values that float16 has but there are others; round them first");

        StoredTensor rounded = third.roundedToFloat16();
        assertThat(rounded.values()).containsExactly(0.33325195f);
        new Safetensors(Map.of(), Map.of("w", rounded)).toFloat16Bytes();
    }

    @Test
    void whatIsBeyondFloat16IsNotRounded() {
        StoredTensor large = new StoredTensor(Shape.of(1), new float[] {-65_520});

        assertThatExceptionOfType(SafetensorsException.class)
                .isThrownBy(large::roundedToFloat16)
                .withMessage("Rounding to float16: expected values within ±65,504 but was -65520.0");
    }

    @Test
    void theHashIgnoresNamesAndMetadata() {
        Safetensors other = new Safetensors(Map.of("x", "y"), Map.of("v", new StoredTensor(Shape.of(3, 1), new float[] {
            1.5f, -2f, 0.1f
        })));
        assertThat(other.sha256()).isEqualTo(golden().sha256());
    }

    @Test
    void theHashOfManyValuesIsThatOfTheFilesEnd() {
        Safetensors content = new Safetensors(Map.of(), Map.of("w", tensor(4_097, 3)));
        byte[] file = content.toBytes();
        byte[] data = Arrays.copyOfRange(file, file.length - 4 * 4_097 * 3, file.length);
        assertThat(content.sha256()).isEqualTo(Sha256.hexOf(data));
    }

    @Test
    void whatIsWrittenIsReadBackInTheSameOrder() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", tensor(2, 3, 4));
        tensors.put("a.bias", tensor(7));
        tensors.put("empty", tensor(0));
        tensors.put("scalar \"é€\uD83D\uDE00\"\n", tensor());
        tensors.put("edges", new StoredTensor(Shape.of(6), new float[] {
            -0f, Float.MIN_VALUE, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, Math.nextUp(1f)
        }));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("runSpec", "{\"seed\":1,\"loss\":\"x\\ny\"}");
        metadata.put("", "\u0000\u2028/");
        Safetensors content = new Safetensors(metadata, tensors);

        byte[] file = content.toBytes();
        Safetensors read = Safetensors.parse(file);

        assertThat(read).isEqualTo(content);
        assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        assertThat(read.metadata().keySet()).containsExactlyElementsOf(metadata.keySet());
        assertThat(read.sha256()).isEqualTo(content.sha256());
        assertThat(read.toBytes()).isEqualTo(file);
    }

    @Test
    void nothingAtAllIsAFileToo() {
        byte[] file = new Safetensors(Map.of(), Map.of()).toBytes();
        assertThat(HexFormat.of().formatHex(file)).isEqualTo("0800000000000000" + "7b7d202020202020");
        assertThat(Safetensors.parse(file)).isEqualTo(new Safetensors(Map.of(), Map.of()));
    }

    @Test
    void theValuesStartAtAMultipleOf8Bytes() {
        for (int length = 0; length < 16; length++) {
            byte[] file = new Safetensors(Map.of("pad", "x".repeat(length)), Map.of()).toBytes();
            assertThat(file.length % 8).isZero();
        }
    }

    @Test
    void theMapsAreCopiesAndUnmodifiable() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(golden().tensors());
        Safetensors content = new Safetensors(Map.of(), tensors);
        tensors.clear();
        assertThat(content.tensors()).hasSize(2);
        assertThatThrownBy(() -> content.tensors().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.metadata().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTensorIsFoundByItsName() {
        assertThat(golden().tensor("b").values()).containsExactly(0.1f);
        assertThatThrownBy(() -> golden().tensor("fc1.weight"))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage("Safetensors: expected a tensor \"fc1.weight\" but there are 2 others;"
                        + " was the file made for another network?");
    }

    @Test
    void aWeightThatIsNotFiniteIsHashedButNotWritten() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] values = new float[2_000];
            values[1_234] = value;
            StoredTensor tensor = new StoredTensor(Shape.of(2_000), values);
            Safetensors diverged = new Safetensors(Map.of(), Map.of("fc1.weight", tensor));
            assertThat(diverged.sha256()).hasSize(64);
            assertThatThrownBy(diverged::toBytes)
                    .isInstanceOf(SafetensorsException.class)
                    .hasMessage("Safetensors \"fc1.weight\": expected finite values but was " + value
                            + " at index 1,234; the training that made it diverged");
        }
    }

    @Test
    void aTensorCannotTakeTheMetadatasName() {
        assertThatThrownBy(() -> new Safetensors(Map.of(), Map.of("__metadata__", tensor(1))))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage(
                        "Safetensors: expected a tensor's name but was \"__metadata__\", which the format reserves");
    }

    @Test
    void aTensorHasAtMost8Dimensions() {
        assertThat(new Safetensors(Map.of(), Map.of("w", tensor(1, 1, 1, 1, 1, 1, 1, 1))).tensors())
                .hasSize(1);
        assertThatThrownBy(() -> new Safetensors(Map.of(), Map.of("w", tensor(1, 1, 1, 1, 1, 1, 1, 1, 1))))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage("Safetensors \"w\": expected at most 8 dimensions but was 9");
    }

    @Test
    void textThatIsNotUnicodeIsRefused() {
        for (Map<String, String> metadata : List.of(Map.of("a\uD83D", "b"), Map.of("b", "a\uD83D"))) {
            assertThatThrownBy(() -> new Safetensors(metadata, Map.of()))
                    .isInstanceOf(SafetensorsException.class)
                    .hasMessage("Safetensors: expected Unicode text but was half a surrogate pair in \"a\uD83D\"");
        }
        assertThatThrownBy(() -> new Safetensors(Map.of(), Map.of("\uDE00", tensor(1))))
                .isInstanceOf(SafetensorsException.class);
    }

    @Test
    void moreThan4096TensorsAreRefused() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        IntStream.range(0, 4096).forEach(i -> tensors.put("t" + i, tensor(0)));
        assertThat(new Safetensors(Map.of(), tensors).tensors()).hasSize(4096);
        tensors.put("one more", tensor(0));
        assertThatThrownBy(() -> new Safetensors(Map.of(), tensors))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage("Safetensors: expected at most 4,096 tensors but there are more");
    }

    @Test
    void aHeaderTooLongToReadIsNotWritten() {
        int room = Safetensors.MAX_HEADER - "{\"__metadata__\":{\"a\":\"\"}}".length();
        Safetensors longest = new Safetensors(Map.of("a", "x".repeat(room)), Map.of());
        assertThat(Safetensors.parse(longest.toBytes())).isEqualTo(longest);
        assertThatThrownBy(new Safetensors(Map.of("a", "x".repeat(room + 1)), Map.of())::toBytes)
                .isInstanceOf(SafetensorsException.class)
                .hasMessage("Safetensors: expected a header of at most 524,288 bytes but was 524,296;"
                        + " shorten the metadata or the names");
    }
}
