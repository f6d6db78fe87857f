package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People tell their devices apart by these words. */
class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36       | ANDROID
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148   | APPLE_MOBILE
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130 Safari/537.36       | WINDOWS
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17 Safari/605  | MAC
            Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0                      | LINUX
            curl/8.0                                                                                    | OTHER
            """)
    void aBrowserSaysWhatItRunsOn(String agent, Device device) {
        assertThat(Device.of(agent)).isEqualTo(device);
        assertThat(Device.named(device.name())).isEqualTo(device);
    }

    @Test
    void whoeverSaysNothingIsAnotherDevice() {
        assertThat(Device.of(null)).isEqualTo(Device.OTHER);
        assertThat(Device.named("")).isEqualTo(Device.OTHER);
    }
}
