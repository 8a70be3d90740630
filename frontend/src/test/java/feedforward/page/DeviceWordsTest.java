package feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceWordsTest {
    @Test
    void aDeviceIsNamedWithItsThreads() {
        assertThat(DeviceWords.of("wasm").on(2)).isEqualTo("SIMD kernels, 2 threads");
        assertThat(DeviceWords.of("heap").on(1)).isEqualTo("plain Java, 1 thread");
        assertThat(DeviceWords.of("vector").name()).isEqualTo("Java with SIMD");
    }

    @Test
    void aDeviceOfANewerServerKeepsItsOwnName() {
        assertThat(DeviceWords.of("quantum")).isEqualTo(new DeviceWords("quantum", ""));
    }
}
