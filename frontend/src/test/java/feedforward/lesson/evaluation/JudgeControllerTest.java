package feedforward.lesson.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Confusion;
import feedforward.lesson.Answer;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeControllerTest {
    private final Outside outside = new Outside();
    private final JudgeController controller = new JudgeController(outside);

    /** What the controller asked for, in words. */
    private static final class Outside implements JudgeActions {
        private final List<String> calls = new ArrayList<>();
        private final List<RunSpec> trained = new ArrayList<>();
        private int solved;

        @Override
        public void fetchShipped() {
            calls.add("fetch");
        }

        @Override
        public void train(RunSpec spec) {
            trained.add(spec);
            calls.add("train");
        }

        @Override
        public void tellWorker(String command) {
            calls.add(command);
        }

        @Override
        public void judge(byte[] file, String name) {
            calls.add("judge " + name);
        }

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void theShippedNetworkIsFetchedThenJudged() {
        controller.candidateWanted(Candidate.SHIPPED);
        controller.shippedArrived(new byte[] {1});

        assertThat(outside.calls).containsExactly("fetch", "judge the shipped network");
    }

    @Test
    void aNetworkIsTrainedThenSavedThenJudged() {
        controller.candidateWanted(Candidate.SOFTMAX);
        controller.news(RunSnapshot.queued().with(RunState.RUNNING));
        controller.news(RunSnapshot.queued().with(RunState.FINISHED));
        controller.saved(new byte[] {1});

        assertThat(outside.calls).containsExactly("train", "save", "judge the softmax network trained here");
        assertThat(outside.trained.get(0).network().parameters()).isEqualTo(7850);
    }

    @Test
    void whoeverChoosesAnotherNetworkHearsNoMoreOfTheFirst() {
        controller.candidateWanted(Candidate.HIDDEN);
        controller.candidateWanted(Candidate.SHIPPED);
        controller.news(RunSnapshot.queued().with(RunState.FINISHED));
        controller.saved(new byte[] {1});
        controller.shippedArrived(new byte[] {1});

        assertThat(outside.calls).containsExactly("train", "stop", "fetch", "judge the shipped network");
    }

    @Test
    void aShippedNetworkThatComesTooLateIsNotJudged() {
        controller.candidateWanted(Candidate.SHIPPED);
        controller.candidateWanted(Candidate.SOFTMAX);
        controller.shippedArrived(new byte[] {1});
        controller.shippedFailed("gone");

        assertThat(outside.calls).containsExactly("fetch", "train");
        assertThat(controller.state().message()).isEmpty();
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    JudgeController other = new JudgeController(outside);
                    other.opened(link);
                    other.link();
                },
                "network");
    }

    @Test
    void aLinkHasItsNetworkJudgedAgain() {
        controller.candidateWanted(Candidate.HIDDEN);
        Outside elsewhere = new Outside();
        JudgeController other = new JudgeController(elsewhere);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(elsewhere.trained).isEqualTo(outside.trained);
    }

    @Test
    void aLinkWithAnUnknownNetworkIsToldSo() {
        LessonLink link = LessonLink.of("?network=deep", text -> text);

        controller.opened(link);

        assertThat(outside.calls).isEmpty();
        assertThat(link.trouble()).contains("“network” could not be used");
    }

    @Test
    void whatFailsIsSaid() {
        controller.candidateWanted(Candidate.SHIPPED);
        controller.shippedFailed("No answer.");

        assertThat(controller.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(controller.state().message()).isEqualTo("The shipped network could not be loaded. No answer.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 2 | The other way round",
                "2 | 2 | on the diagonal",
                "4 | 9 | Once that happened. There is a cell off the diagonal with 2",
                "4 | x | two digits"
            })
    void aWrongPairIsToldWhy(String actual, String answered, String why) {
        controller.pairChecked(Optional.of(confusion()), actual, answered);

        assertThat(controller.state().pair().isRight()).isFalse();
        assertThat(controller.state().pair().words()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.001 | a hundred times that",
                "1 | the error rate itself",
                "9.95 | without the division",
                "0.00000099 | The root is missing",
                "5 | Put a = 0.99",
                "0.15 | Put a = 0.99",
                "x | Expected a number"
            })
    void aWrongStandardErrorIsToldWhy(String typed, String why) {
        controller.errorChecked(typed);

        assertThat(controller.state().error().isRight()).isFalse();
        assertThat(controller.state().error().words()).contains(why);
    }

    @Test
    void theWeakestDigitIsFoundInItsRow() {
        controller.weakestChecked(Optional.of(confusion()), "7");
        assertThat(controller.state().weakest().words()).contains("that is its column, not its row");
        controller.weakestChecked(Optional.of(confusion()), "1");
        assertThat(controller.state().weakest().words()).contains("100.00 %", "another has less");
        controller.weakestChecked(Optional.of(confusion()), "2");
        assertThat(controller.state().weakest().isRight()).isTrue();
    }

    @Test
    void anotherNetworkOpensItsExercisesAgain() {
        controller.pairChecked(Optional.of(confusion()), "2", "7");
        controller.weakestChecked(Optional.of(confusion()), "2");
        controller.errorChecked("0.1");

        controller.candidateWanted(Candidate.SHIPPED);

        assertThat(controller.state().pair()).isEqualTo(Answer.OPEN);
        assertThat(controller.state().weakest()).isEqualTo(Answer.OPEN);
        assertThat(controller.state().error().isRight()).isTrue();
    }

    @Test
    void nothingCanBeReadBeforeANetworkIsJudged() {
        controller.pairChecked(Optional.empty(), "4", "9");

        assertThat(controller.state().pair().words()).startsWith("Judge a network first");
    }

    @Test
    void theExercisesTogetherSolveTheLesson() {
        controller.pairChecked(Optional.of(confusion()), "2", "7");
        controller.weakestChecked(Optional.of(confusion()), "2");
        assertThat(outside.solved).isZero();

        controller.errorChecked("0.1 %");

        assertThat(outside.solved).isEqualTo(1);
    }

    /** Three digits of each class, all read rightly but two 2s taken for 7s and one 4 for a 9. */
    private static Confusion confusion() {
        byte[] labels = new byte[30];
        float[] probabilities = new float[300];
        for (int i = 0; i < 30; i++) {
            labels[i] = (byte) (i / 3);
            int answer = i == 6 || i == 7 ? 7 : i == 12 ? 9 : i / 3;
            probabilities[10 * i + answer] = 1;
        }
        return new Confusion(probabilities, labels, 10);
    }
}
