package feedforward.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32Test {
    /** The check value of CRC-32/ISO-HDLC in Cook's "Catalogue of parametrised CRC algorithms". */
    @Test
    void catalogueHasTheSameCheckValue() {
        assertThat(Crc32.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xCBF43926);
    }

    @Test
    void nothingHasZero() {
        assertThat(Crc32.of(new byte[0])).isZero();
    }

    @Test
    void everyByteIsAsInTheJdk() {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        CRC32 jdk = new CRC32();
        jdk.update(bytes);

        assertThat(Crc32.of(bytes)).isEqualTo((int) jdk.getValue());
    }
}
