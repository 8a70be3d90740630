package feedforward.page.train;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.page.Phase;
import feedforward.page.RunLink;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainControllerTest {
    private static final String HASH = "a".repeat(64);
    private static final String OTHER_HASH = "b".repeat(64);

    private final Recorder asked = new Recorder();
    private final TrainController controller = new TrainController(Recipe.MNIST_SOFTMAX, asked);

    @Test
    void startsWithTheRecipesNumbersInTheForm() {
        assertThat(controller.state().form().spec()).contains(Recipe.MNIST_SOFTMAX.spec());
        assertThat(controller.state().page().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void trainsTheSameRunOnBothSidesAndRemembersItInTheAddress() {
        controller.typed(TrainForm.Field.SEED, " 7 ");

        controller.bothWanted();

        RunSpec spec = Recipe.MNIST_SOFTMAX.spec().withSeed(7);
        assertThat(asked.calls).contains("page " + spec, "server " + spec, "address " + spec);
        assertThat(controller.state().page().phase()).isEqualTo(Phase.LOADING);
        assertThat(controller.state().server().phase()).isEqualTo(Phase.LOADING);
    }

    @Test
    void startsNothingWhileAFieldIsWrong() {
        controller.typed(TrainForm.Field.LEARNING_RATE, "fast");

        controller.bothWanted();

        assertThat(asked.calls).isEmpty();
        assertThat(controller.state().form().errors())
                .containsOnlyKeys(TrainForm.Field.LEARNING_RATE)
                .containsValue("Learning rate: a number above 0, up to 10, such as 0.5; not “fast”");
    }

    @Test
    void theMainButtonTrainsPausesResumesAndTrainsAgain() {
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.RUNNING, ""));
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.PAUSED, HASH));
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.FINISHED, HASH));
        controller.pagePlayed();

        RunSpec spec = Recipe.MNIST_SOFTMAX.spec();
        assertThat(asked.calls)
                .filteredOn(call -> !call.startsWith("address"))
                .containsExactly(
                        "page " + spec,
                        "worker resume",
                        "worker pause",
                        "worker resume",
                        "page " + spec,
                        "worker resume");
    }

    @Test
    void aStepFromIdleBeginsTheRunAndAnotherFollowsIt() {
        controller.pageStepped();
        controller.pageStepped();

        assertThat(asked.calls)
                .filteredOn(call -> !call.startsWith("address"))
                .containsExactly("page " + Recipe.MNIST_SOFTMAX.spec(), "worker step", "worker step");
    }

    @Test
    void pausingShowsAtOnceAndOlderNewsDoNotUndoIt() {
        controller.pagePlayed();
        controller.pagePlayed();
        assertThat(controller.state().page().phase()).isEqualTo(Phase.PAUSING);

        controller.pageNews(snapshot(RunState.QUEUED, ""));
        controller.pageNews(snapshot(RunState.RUNNING, ""));
        assertThat(controller.state().page().phase()).isEqualTo(Phase.PAUSING);

        controller.pageNews(snapshot(RunState.PAUSED, HASH));
        assertThat(controller.state().page().phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void aPauseThatHasNotComeYetCanBeTakenBack() {
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.RUNNING, ""));
        controller.pagePlayed();
        controller.pagePlayed();

        assertThat(controller.state().page().phase()).isEqualTo(Phase.TRAINING);
        assertThat(asked.calls).endsWith("worker pause", "worker resume");
    }

    @Test
    void aRunThatEndedBeforeThePauseIsDone() {
        controller.pagePlayed();
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.FINISHED, HASH));

        assertThat(controller.state().page().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void stoppingShowsAtOnceAndOlderNewsDoNotUndoIt() {
        controller.pagePlayed();
        controller.pageStopped();
        controller.pageNews(snapshot(RunState.RUNNING, ""));
        assertThat(controller.state().page().phase()).isEqualTo(Phase.CANCELLED);

        controller.pageNews(snapshot(RunState.CANCELLED, HASH));
        assertThat(controller.state().page().hasWeights()).isTrue();
    }

    @Test
    void aBrokenWorkerIsAFailureWithoutWeights() {
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.PAUSED, HASH));

        controller.pageBroken("The training worker broke down");

        assertThat(controller.state().page().phase()).isEqualTo(Phase.FAILED);
        assertThat(controller.state().page().message()).isEqualTo("The training worker broke down");
        assertThat(controller.state().page().hasWeights()).isFalse();
    }

    @Test
    void followsAnAcceptedJobAndIgnoresNewsOfAnother() {
        controller.serverWanted();
        controller.serverAccepted(controller.state().server().spec().orElseThrow(), "job-1");

        controller.serverNews("job-0", snapshot(RunState.FAILED, ""));
        assertThat(controller.state().server().phase()).isEqualTo(Phase.LOADING);

        controller.serverNews("job-1", snapshot(RunState.RUNNING, ""));
        assertThat(controller.state().server().phase()).isEqualTo(Phase.TRAINING);
        assertThat(asked.calls).endsWith("follow job-1");
    }

    @Test
    void saysWhenTheServersNewsBreakOffAndForgetsItWithTheNextNews() {
        controller.serverWanted();
        controller.serverAccepted(controller.state().server().spec().orElseThrow(), "job-1");

        controller.serverLost("job-1");
        assertThat(controller.state().server().message()).isEqualTo("No news from the server; trying again…");

        controller.serverNews("job-1", snapshot(RunState.RUNNING, ""));
        assertThat(controller.state().server().message()).isEmpty();
    }

    @Test
    void cancelsTheJobThatTheServerAccepted() {
        controller.serverCancelled();
        assertThat(asked.calls).isEmpty();

        controller.serverWanted();
        controller.serverAccepted(controller.state().server().spec().orElseThrow(), "job-1");
        controller.serverCancelled();
        assertThat(asked.calls).endsWith("cancel job-1");
    }

    @Test
    void aSecondPressCancelsTheJobBeforeAndWhatIsNotAwaitedIsCancelled() {
        RunSpec first = Recipe.MNIST_SOFTMAX.spec();
        controller.serverWanted();
        controller.serverWanted();
        assertThat(asked.calls).filteredOn(call -> call.startsWith("server")).hasSize(1);
        controller.serverAccepted(first, "job-1");

        controller.typed(TrainForm.Field.SEED, "2");
        controller.serverWanted();
        assertThat(asked.calls).contains("cancel job-1", "server " + first.withSeed(2));

        controller.serverAccepted(first, "job-late");
        assertThat(asked.calls).endsWith("cancel job-late");
        assertThat(controller.state().server().jobId()).isEmpty();
    }

    @Test
    void aJobThatIsCancelledBeforeItIsAcceptedIsCancelledThen() {
        controller.serverWanted();
        controller.serverCancelled();
        assertThat(controller.state().server().phase()).isEqualTo(Phase.CANCELLED);

        controller.serverAccepted(Recipe.MNIST_SOFTMAX.spec(), "job-1");

        assertThat(asked.calls).endsWith("cancel job-1");
        assertThat(controller.state().server().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void aJobTheServerForgotHasFailed() {
        controller.serverWanted();
        controller.serverAccepted(Recipe.MNIST_SOFTMAX.spec(), "job-1");

        controller.serverGone("job-1");

        assertThat(controller.state().server().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aRefusalOfTheServerIsItsFailure() {
        controller.serverWanted();

        controller.serverRefused(Recipe.MNIST_SOFTMAX.spec(), "The queue is full");

        assertThat(controller.state().server().phase()).isEqualTo(Phase.FAILED);
        assertThat(controller.state().server().message()).isEqualTo("The queue is full");
    }

    @Test
    void comparesTheWeightsOfEqualRunsThatAreBothDone() {
        assertThat(verdictOf(HASH, HASH)).isEqualTo(TrainState.Verdict.SAME);
        assertThat(verdictOf(HASH, OTHER_HASH)).isEqualTo(TrainState.Verdict.DIFFERENT);
    }

    @Test
    void doesNotCompareDifferentRuns() {
        controller.pagePlayed();
        controller.pageNews(snapshot(RunState.FINISHED, HASH));
        controller.typed(TrainForm.Field.SEED, "2");
        controller.serverWanted();
        controller.serverAccepted(controller.state().server().spec().orElseThrow(), "job-1");
        controller.serverNews("job-1", snapshot(RunState.FINISHED, HASH));

        assertThat(controller.state().verdict()).isEqualTo(TrainState.Verdict.IDLE);
        assertThat(controller.state().bothDone()).isTrue();
    }

    @Test
    void keepsTheSeedWhenAnotherRecipeIsChosenAndDropsItForTheDefaults() {
        controller.typed(TrainForm.Field.SEED, "42");

        controller.recipeChosen(Recipe.MNIST_MLP);
        assertThat(controller.state().form().spec())
                .contains(Recipe.MNIST_MLP.spec().withSeed(42));

        controller.defaultsWanted();
        assertThat(controller.state().form().spec()).contains(Recipe.MNIST_MLP.spec());
    }

    @Test
    void aLinksRunStandsInTheForm() {
        controller.linkOpened(new RunLink(Optional.of(Recipe.CURVE_TANH.spec().withSeed(5)), ""));

        assertThat(controller.state().form().spec())
                .contains(Recipe.CURVE_TANH.spec().withSeed(5));
        assertThat(asked.calls).isEmpty();
    }

    @Test
    void aLinkThatCannotBeReadIsSaidAndTheDefaultsStandUntilARunIsStarted() {
        controller.linkOpened(new RunLink(Optional.empty(), "RunSpec seed: expected this field but it is missing"));

        assertThat(controller.state().notice())
                .isEqualTo("The link’s run could not be read: RunSpec seed: expected this field but it is missing."
                        + " Here are the defaults instead.");
        assertThat(controller.state().form().spec()).contains(Recipe.MNIST_SOFTMAX.spec());

        controller.serverWanted();
        assertThat(controller.state().notice()).isEmpty();
    }

    private TrainState.Verdict verdictOf(String pageHash, String serverHash) {
        controller.bothWanted();
        controller.serverAccepted(controller.state().server().spec().orElseThrow(), "job-1");
        controller.pageNews(snapshot(RunState.FINISHED, pageHash));
        controller.serverNews("job-1", snapshot(RunState.FINISHED, serverHash));
        return controller.state().verdict();
    }

    private static RunSnapshot snapshot(RunState state, String hash) {
        Optional<String> weights = Optional.of(hash).filter(text -> !text.isEmpty());
        return new RunSnapshot(state, 1, 10, 100, 1, List.of(), List.of(), weights, "");
    }

    /** Writes down what the controller asks for. */
    private static final class Recorder implements TrainActions {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void startPage(RunSpec spec) {
            calls.add("page " + spec);
        }

        @Override
        public void tellWorker(String command) {
            calls.add("worker " + command);
        }

        @Override
        public void startServer(RunSpec spec) {
            calls.add("server " + spec);
        }

        @Override
        public void followServer(String jobId) {
            calls.add("follow " + jobId);
        }

        @Override
        public void cancelServer(String jobId) {
            calls.add("cancel " + jobId);
        }

        @Override
        public void rememberInAddress(RunSpec spec) {
            calls.add("address " + spec);
        }

        @Override
        public void show() {
            // What is shown is the state, which the tests read.
        }
    }
}
