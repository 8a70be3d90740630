package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The runs whose weights the JVM's tests pin down, opened as links and trained in Chromium. */
class GoldenHashesTest {
    private static final Path GOLDEN_RUNS = Path.of("../shared/src/test/resources");

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenRuns")
    void aLinkTrainsToTheSameWeightsAsOnTheJvm(String name, String spec, String weightsSha256) {
        assertTrainsTo(weightsSha256, spec, "");
    }

    /** The largest of them, whose kernels are split among threads, on one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("digitsRuns")
    void oneThreadTrainsToTheSameWeightsAsAll(String name, String spec, String weightsSha256) {
        assertTrainsTo(weightsSha256, spec, "&cores=1");
    }

    private void assertTrainsTo(String weightsSha256, String spec, String cores) {
        String link = "/?run=" + URLEncoder.encode(spec, StandardCharsets.UTF_8).replace("+", "%20") + cores;
        Page page = visitor.open(link);
        RunPanel here = new TrainSection(page).here();
        here.button("Train here").click();

        assertThat(here.state()).hasText("Done");
        assertThat(here.hash()).hasText(weightsSha256);
    }

    static Stream<Arguments> goldenRuns() throws IOException {
        return Stream.concat(runs("golden-runs.json"), runs("golden-digits-runs.json"));
    }

    static Stream<Arguments> digitsRuns() throws IOException {
        return runs("golden-digits-runs.json");
    }

    private static Stream<Arguments> runs(String file) throws IOException {
        JsonValue runs = Json.parse(Files.readString(GOLDEN_RUNS.resolve(file)));
        return StreamSupport.stream(runs.asArray().spliterator(), false)
                .map(JsonValue::asObject)
                .map(GoldenHashesTest::arguments);
    }

    private static Arguments arguments(JsonObject run) {
        return Arguments.of(
                run.get("name").asString(),
                run.get("spec").toString(),
                run.get("weightsSha256").asString());
    }
}
