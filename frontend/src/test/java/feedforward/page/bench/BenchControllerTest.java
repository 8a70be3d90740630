package feedforward.page.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.bench.BenchRequest;
import feedforward.bench.Workload;
import feedforward.page.bench.BenchFigure.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchControllerTest {
    private static final String W2_HERE = result("W2", 1000, "heap");
    private static final String W2_THERE = result("W2", 4000, "vector");

    private final Recorder asked = new Recorder();
    private final BenchController controller = new BenchController(asked);

    @Test
    void measuresInThePageThenOnTheServerWorkloadAfterWorkload() {
        controller.workerReady("heap", 1);
        controller.chosen(Workload.W6, true);
        controller.secondsTyped("0.5");

        controller.runWanted();
        assertThat(asked.calls).containsExactly("here W2 1 0.5");
        controller.measured(Place.PAGE, W2_HERE);
        controller.over();
        controller.measured(Place.SERVER, W2_THERE);
        controller.over();
        controller.over();
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.RUNNING);
        controller.over();

        assertThat(asked.calls).containsExactly("here W2 1 0.5", "server W2 1 0.5", "here W6 1 0.5", "server W6 1 0.5");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.DONE);
        assertThat(controller.state().lines()).isEqualTo(W2_HERE + "\n" + W2_THERE.replace("}", ",\"on\":\"server\"}"));
        BenchRow row = BenchRow.of(controller.state().figures()).get(0);
        assertThat(row.ratio()).contains(0.25);
        assertThat(row.part(row.page().orElseThrow())).isEqualTo(0.25);
        assertThat(row.part(row.server().orElseThrow())).isEqualTo(1);
    }

    @Test
    void theServerIsLeftAloneUnlessItIsToMeasure() {
        controller.workerReady("heap", 1);
        controller.serverChosen(false);

        controller.runWanted();
        controller.over();

        assertThat(asked.calls).containsExactly("here W2 1 1.0");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.DONE);
    }

    @Test
    void aLinkStartsAsSoonAsTheWorkerIsThere() {
        controller.linkOpened(BenchLink.read("?workloads=W6&threads=2&seconds=0.01", text -> text));
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.RUNNING);
        assertThat(asked.calls).isEmpty();

        controller.workerReady("wasm", 2);

        assertThat(asked.calls).containsExactly("here W6 2 0.01");
    }

    @Test
    void aLinkThatCannotBeReadFailsAndTheNextRunDoesNot() {
        controller.linkOpened(BenchLink.read("?workloads=W2,W9", text -> text));
        controller.workerReady("heap", 1);

        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);
        assertThat(controller.state().trouble())
                .isEqualTo("Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was \"W9\"");
        assertThat(asked.calls).isEmpty();

        controller.runWanted();
        assertThat(asked.calls).containsExactly("here W2 1 1.0");
        assertThat(controller.state().trouble()).isEmpty();
    }

    @Test
    void moreThreadsThanThereAreFailWithTheirNumber() {
        controller.linkOpened(BenchLink.read("?workloads=W2&threads=3", text -> text));

        controller.workerReady("wasm", 2);

        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);
        assertThat(controller.state().trouble())
                .isEqualTo("Threads: a whole number from 1 to 2, as many as this page can use here; not “3”");
        assertThat(asked.calls).isEmpty();
    }

    @Test
    void cancellingEndsTheWorkerAndKeepsWhatWasMeasured() {
        controller.workerReady("heap", 1);
        controller.runWanted();
        controller.measured(Place.PAGE, W2_HERE);

        controller.cancelWanted();
        controller.workerReady("heap", 1);

        assertThat(asked.calls).endsWith("restart worker");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.IDLE);
        assertThat(controller.state().lines()).isEqualTo(W2_HERE);
    }

    @Test
    void cancellingOnTheServerLeavesTheWorkerAlone() {
        controller.workerReady("heap", 1);
        controller.runWanted();
        controller.over();

        controller.cancelWanted();

        assertThat(asked.calls).endsWith("server W2 1 1.0", "cancel on server");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.IDLE);
    }

    @Test
    void aRunThatWaitsForTheWorkerCanBeCancelled() {
        controller.runWanted();
        controller.cancelWanted();

        controller.workerReady("heap", 1);

        assertThat(asked.calls).isEmpty();
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.IDLE);
    }

    @Test
    void aServerThatRefusesIsSaidAndEndsNothing() {
        controller.workerReady("heap", 1);
        controller.runWanted();
        controller.measured(Place.PAGE, W2_HERE);
        controller.over();

        controller.failedThere("Bench: it trains a job");

        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.DONE);
        assertThat(controller.state().notice()).isEqualTo("Your server did not measure. Bench: it trains a job");
        assertThat(BenchRow.of(controller.state().figures()).get(0).ratio()).isEmpty();
    }

    @Test
    void aFailureInThePageEndsTheRun() {
        controller.workerReady("heap", 1);
        controller.chosen(Workload.W6, true);
        controller.runWanted();

        controller.failedHere("MNIST: the server did not answer");

        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);
        assertThat(controller.state().trouble()).isEqualTo("MNIST: the server did not answer");
        assertThat(asked.calls).containsExactly("here W2 1 1.0");
    }

    @Test
    void aResultThatCannotBeReadEndsTheRun() {
        controller.workerReady("heap", 1);
        controller.runWanted();

        controller.measured(Place.PAGE, "{}");
        controller.over();

        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);
        assertThat(controller.state().trouble()).isEqualTo("Result mode: expected this field but it is missing");
        assertThat(asked.calls).containsExactly("here W2 1 1.0");
    }

    @Test
    void aWorkerThatNeverCameIsTriedAgainByTheNextRun() {
        controller.linkOpened(BenchLink.read("?workloads=W6", text -> text));
        controller.broken("The training worker could not be started");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);

        controller.runWanted();
        assertThat(asked.calls).containsExactly("restart worker");
        controller.workerReady("heap", 1);

        assertThat(asked.calls).endsWith("here W6 1 1.0");
    }

    @Test
    void aWorkerThatBreaksDownWhileTheServerMeasuresEndsBoth() {
        controller.workerReady("heap", 1);
        controller.runWanted();
        controller.over();

        controller.broken("The training worker broke down");

        assertThat(asked.calls).endsWith("cancel on server");
        assertThat(controller.state().phase()).isEqualTo(BenchState.Phase.FAILED);
    }

    /** At 1 s a window W2 takes 14 s in each place, W6 7 s. */
    @Test
    void tellsTheTimeLeftByWhatTheRestTakes() {
        controller.workerReady("heap", 1);
        controller.chosen(Workload.W6, true);
        controller.runWanted();
        assertThat(controller.state().plan().secondsLeft()).isEqualTo(42);

        controller.progress(0.5);
        assertThat(controller.state().plan().secondsLeft()).isEqualTo(35);
        controller.over();
        assertThat(controller.state().plan().secondsLeft()).isEqualTo(28);
        assertThat(controller.state().plan().fraction()).isCloseTo(14 / 42.0, within(1e-12));
    }

    @Test
    void secondsOutOfRangeAreSaidAndStartNothing() {
        controller.workerReady("heap", 1);
        controller.secondsTyped("11");

        controller.runWanted();

        assertThat(controller.state().trouble()).isEqualTo("Seconds: a number from 0.01 to 10, such as 1; not “11”");
        assertThat(asked.calls).isEmpty();
    }

    @Test
    void nothingChosenIsSaid() {
        controller.workerReady("heap", 1);
        controller.chosen(Workload.W2, false);

        controller.runWanted();

        assertThat(controller.state().trouble()).isEqualTo("Workloads: choose at least one");
    }

    private static String result(String workload, int rate, String device) {
        return "{\"workload\":\"" + workload + "\",\"mode\":\"train\",\"threads\":1,\"rate\":" + rate + ",\"min\":"
                + rate + ",\"max\":" + rate + ",\"unit\":\"images/s\",\"device\":\"" + device + "\"}";
    }

    /** Writes down what the controller asks for. */
    private static final class Recorder implements BenchActions {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void measureHere(BenchRequest request) {
            calls.add("here " + words(request));
        }

        @Override
        public void restartWorker() {
            calls.add("restart worker");
        }

        @Override
        public void measureOnServer(BenchRequest request) {
            calls.add("server " + words(request));
        }

        @Override
        public void cancelOnServer() {
            calls.add("cancel on server");
        }

        @Override
        public void show() {
            // What is shown is the state, which the tests read.
        }

        private static String words(BenchRequest request) {
            return request.workload().id() + " " + request.threads() + " " + request.seconds();
        }
    }
}
