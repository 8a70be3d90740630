package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import feedforward.data.Mnist;
import feedforward.device.Activation;
import feedforward.e2e.Skeleton.Point;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether drawing stays live while the page trains: the time between one animation frame and the next on the page's thread. A
 * command that prints; the README says how to run it.
 *
 * <p>A mouse draws sevens, and the network that ships reads them in every frame; first with nothing else going on, which tells
 * what the machine itself costs. Then the page downloads MNIST and trains the convolutional network of workload W3 (batches of
 * 64, Adam) meanwhile.
 */
final class FrameGapBenchmark {
    private static final int SEVENS = 40;
    private static final double LARGEST_GOOD_GAP = 50;
    private static final List<List<Point>> SEVEN = List.of(
            List.of(new Point(8, 5), new Point(11, 5), new Point(14, 5), new Point(17, 5), new Point(20, 5)),
            List.of(new Point(20, 5), new Point(18, 10), new Point(16, 14), new Point(14, 18), new Point(12, 23)));

    static final Pattern TRAINS = Pattern.compile("Step [1-9].*");

    /** Keeps the gaps, in ms, from now on. */
    private static final String WATCH = """
            () => {
              const mine = (globalThis.gaps = []);
              let last = performance.now();
              requestAnimationFrame(function frame() {
                const now = performance.now();
                mine.push(now - last);
                last = now;
                if (mine === gaps) {
                  requestAnimationFrame(frame);
                }
              });
            }""";

    private FrameGapBenchmark() {}

    public static void main(String[] args) {
        try (FeedforwardServer server = FeedforwardServer.start();
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright);
                Page page = browser.newPage()) {
            String spec = RunSpecJson.write(convolutional()).toString();
            page.navigate(server.address() + "/?run=" + URLEncoder.encode(spec, StandardCharsets.UTF_8));
            DrawFigure figure = new DrawFigure(page);
            assertThat(figure.network("name")).hasText("shipped network");
            page.evaluate(WATCH);
            draw(figure, SEVENS);
            print("drawing alone", gaps(page));

            RunPanel run = new TrainSection(page).here();
            run.button("Train here").click();
            page.evaluate(WATCH);
            while (!TRAINS.matcher(run.progress().innerText()).matches()) {
                draw(figure, 1);
            }
            print("drawing while the page loads MNIST and begins", gaps(page));
            page.evaluate(WATCH);
            draw(figure, SEVENS);
            print("drawing while the page trains", gaps(page));
            System.out.println("Training had come to: " + run.progress().innerText());
        }
    }

    private static void draw(DrawFigure figure, int sevens) {
        for (int i = 0; i < sevens; i++) {
            figure.draw(SEVEN);
            assertThat(figure.status()).hasText(DrawFigure.ANSWER);
            figure.button("Clear").click();
        }
    }

    private static List<Double> gaps(Page page) {
        List<?> gaps = (List<?>) page.evaluate("gaps");
        return gaps.stream().map(gap -> ((Number) gap).doubleValue()).sorted().toList();
    }

    /** As workload W3 has it. */
    static RunSpec convolutional() {
        NetworkSpec network = new NetworkSpec(
                Shape.of(28, 28, 1),
                List.of(
                        new Conv2dSpec(32, 3, Padding.VALID, Activation.RELU),
                        new MaxPool2dSpec(2),
                        new Conv2dSpec(64, 3, Padding.VALID, Activation.RELU),
                        new MaxPool2dSpec(2),
                        new FlattenSpec(),
                        new DenseSpec(128, Activation.RELU),
                        new DenseSpec(10, Activation.LINEAR),
                        new SoftmaxSpec()));
        DataSpec data = new DataSpec(Mnist.NAME, Mnist.SHA256, 0);
        return new RunSpec(data, network, LossKind.CROSS_ENTROPY, AdamSpec.of(1e-3f), 64, 5, 1);
    }

    private static void print(String what, List<Double> gaps) {
        System.out.printf(
                Locale.ROOT,
                "Frame gaps, %s: %d frames, median %.0f ms, p99 %.0f ms, worst %.0f ms; %d over %.0f ms%n",
                what,
                gaps.size(),
                gaps.get(gaps.size() / 2),
                gaps.get(gaps.size() * 99 / 100),
                gaps.get(gaps.size() - 1),
                gaps.stream().filter(gap -> gap > LARGEST_GOOD_GAP).count(),
                LARGEST_GOOD_GAP);
    }
}
