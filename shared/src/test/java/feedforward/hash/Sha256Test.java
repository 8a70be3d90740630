package feedforward.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Sha256Test {
    private static String ofText(String text) {
        return Sha256.hexOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String jdk(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] randomBytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** NIST's examples for FIPS 180-4: nothing, one block, two blocks, and the long message. */
    @Test
    void givesTheStandardsOwnExamples() {
        assertThat(ofText("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ofText("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(ofText("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        assertThat(ofText("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"))
                .isEqualTo("cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    }

    @Test
    void givesTheStandardsDigestOfAMillionTimesA() {
        byte[] thousand = new byte[1_000];
        Arrays.fill(thousand, (byte) 'a');
        Sha256 hash = new Sha256();
        for (int i = 0; i < 1_000; i++) {
            hash.update(thousand);
        }
        assertThat(hash.digestHex()).isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void agreesWithTheJdkAtEveryLengthUpTo300() {
        SplittableRandom random = new SplittableRandom(1);
        for (int length = 0; length <= 300; length++) {
            byte[] bytes = randomBytes(random, length);
            assertThat(Sha256.hexOf(bytes)).as("length %d", length).isEqualTo(jdk(bytes));
        }
    }

    @Test
    void howTheBytesAreCutDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 500; run++) {
            byte[] bytes = randomBytes(random, random.nextInt(1_000));
            Sha256 hash = new Sha256();
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(random.nextInt(200), bytes.length - at);
                hash.update(bytes, at, length);
                at += length;
            }
            assertThat(hash.digestHex()).isEqualTo(jdk(bytes));
        }
    }

    @Test
    void askingForTheDigestChangesNothing() {
        Sha256 hash = new Sha256().update(new byte[100]);
        assertThat(hash.digestHex()).isEqualTo(jdk(new byte[100])).isEqualTo(hash.digestHex());
        assertThat(hash.update(new byte[50]).digestHex()).isEqualTo(jdk(new byte[150]));
    }

    @Test
    void aRangeOutsideTheArrayIsRefused() {
        assertThatThrownBy(() -> new Sha256().update(new byte[4], 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Sha256().update(new byte[4], -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
