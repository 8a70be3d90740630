package feedforward.vector;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Buffer;
import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import org.junit.jupiter.api.Test;

class VectorGemmTest {
    private static final Gemm GEMM = Gemm.of(33, 70, 300).transposingB();

    private final HeapBuffer b = values(300 * 70, 7);

    /** What one thread has packed of B is not what two need: the second product must not take it for that. */
    @Test
    void aThreadThatJoinsBetweenTwoProductsWithOneBChangesNothing() {
        try (Team team = new Team(2, 1)) {
            VectorGemm product = new VectorGemm(team);
            product.run(GEMM, values(33 * 300, 5), b, HeapBuffer.zeros(33 * 70));
            team.join();
            HeapBuffer c = HeapBuffer.zeros(33 * 70);
            product.run(GEMM.again(), values(33 * 300, 11), b, c);
            assertThat(read(c)).isEqualTo(expected(values(33 * 300, 11)));
        }
    }

    /** The panels then hold the other B. */
    @Test
    void aNewProductAfterThatOfAnotherBPacksAgain() {
        try (Team team = new Team(1, 1)) {
            VectorGemm product = new VectorGemm(team);
            product.run(GEMM, values(33 * 300, 5), values(300 * 70, 13), HeapBuffer.zeros(33 * 70));
            HeapBuffer c = HeapBuffer.zeros(33 * 70);
            product.run(GEMM, values(33 * 300, 11), b, c);
            product.run(GEMM.again(), values(33 * 300, 11), b, c);
            assertThat(read(c)).isEqualTo(expected(values(33 * 300, 11)));
        }
    }

    private float[] expected(HeapBuffer a) {
        HeapBuffer c = HeapBuffer.zeros(33 * 70);
        new HeapDevice().linear().gemm(GEMM, a, b, c);
        return read(c);
    }

    private static HeapBuffer values(int n, int step) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (i * step % 31 - 15) / 32f;
        }
        return new HeapBuffer(values, 0, n);
    }

    private static float[] read(Buffer buffer) {
        float[] values = new float[buffer.length()];
        buffer.read(0, values, 0, values.length);
        return values;
    }
}
