package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.tensor.Shape;
import org.junit.jupiter.api.Test;

/** The bytes of protobuf.dev, "Encoding", where it shows them. */
class ProtoWriterTest {
    @Test
    void integerIsAVarint() {
        // 150 = 1·128 + 22: 0x16 with the highest bit, then 1. The tag is field 1, wire type 0.
        assertThat(new ProtoWriter().integer(1, 150).toBytes()).containsExactly(0x08, 0x96, 0x01);
        assertThat(new ProtoWriter().integer(1, 0).toBytes()).containsExactly(0x08, 0x00);
        assertThat(new ProtoWriter().integer(1, 127).toBytes()).containsExactly(0x08, 0x7F);
    }

    @Test
    void negativeIntegerHasTenBytes() {
        assertThat(new ProtoWriter().integer(1, -2).toBytes())
                .containsExactly(0x08, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01);
    }

    @Test
    void fieldAbove15HasATagOfTwoBytes() {
        // Field 20, wire type 0: 20·8 = 160 = 1·128 + 32.
        assertThat(new ProtoWriter().integer(20, 1).toBytes()).containsExactly(0xA0, 0x01, 0x01);
    }

    @Test
    void textHasItsLengthInBytes() {
        assertThat(new ProtoWriter().text(2, "testing").toBytes())
                .containsExactly(0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g');
        assertThat(new ProtoWriter().text(2, "σ").toBytes()).containsExactly(0x12, 0x02, 0xCF, 0x83);
    }

    @Test
    void messageInAMessageHasItsLength() {
        assertThat(new ProtoWriter()
                        .message(3, new ProtoWriter().integer(1, 150))
                        .toBytes())
                .containsExactly(0x1A, 0x03, 0x08, 0x96, 0x01);
    }

    @Test
    void numberIsLittleEndian() {
        // 1 is 0x3F800000; field 2, wire type 5.
        assertThat(new ProtoWriter().number(2, 1f).toBytes()).containsExactly(0x15, 0x00, 0x00, 0x80, 0x3F);
    }

    @Test
    void valuesAreBytesOfFloats() {
        StoredTensor tensor = new StoredTensor(Shape.of(2), new float[] {1, -2});

        assertThat(new ProtoWriter().values(9, tensor).toBytes())
                .containsExactly(0x4A, 0x08, 0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0);
    }

    @Test
    void longMessageGrowsTheWriter() {
        StoredTensor tensor = new StoredTensor(Shape.of(1000), new float[1000]);
        ProtoWriter message = new ProtoWriter().values(1, tensor);

        byte[] bytes = new ProtoWriter()
                .message(2, message)
                .fields(message)
                .integer(1, 5)
                .toBytes();

        assertThat(bytes).hasSize(2 * (1 + 2 + 4000) + 3 + 2).endsWith(0x08, 0x05);
    }
}
