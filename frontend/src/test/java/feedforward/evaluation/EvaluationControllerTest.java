package feedforward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.HeapDevice;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.train.Recipe;
import feedforward.wire.SavedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationControllerTest {
    private final Outside outside = new Outside();
    private final EvaluationController controller = new EvaluationController(outside);

    /** What the controller asked for. */
    private static final class Outside implements EvaluationActions {
        private final List<byte[]> judged = new ArrayList<>();
        private int stopped;

        @Override
        public void judge(byte[] file) {
            judged.add(file);
        }

        @Override
        public void stopJudging() {
            stopped++;
        }

        @Override
        public void show() {}
    }

    @Test
    void theWorstMistakesAreOpenFirstThenTheCellThatIsChosen() {
        judge();

        assertThat(controller.state().phase()).isEqualTo(EvaluationState.Phase.READY);
        assertThat(controller.state().set()).containsExactly(4, 2);

        controller.cellOpened(2, 7);
        assertThat(controller.state().set()).containsExactly(2);
        controller.cellOpened(0, 0);
        assertThat(controller.state().set()).containsExactly(0);
        controller.mistakesOpened();
        assertThat(controller.state().set()).containsExactly(4, 2);
    }

    @Test
    void moreOfACellComesPageByPageAndAnotherCellBeginsAnew() {
        judge();
        int page = controller.state().shown();

        controller.moreWanted();
        assertThat(controller.state().shown()).isEqualTo(2 * page);
        controller.cellOpened(1, 1);
        assertThat(controller.state().shown()).isEqualTo(page);
    }

    @Test
    void theCellThatIsOpenStaysSoForTheNextNetwork() {
        judge();
        controller.cellOpened(2, 7);

        judge();

        assertThat(controller.state().set()).containsExactly(2);
    }

    @Test
    void aPixelIsItsUnsignedByteOver255() {
        byte[] digits = digits();
        digits[784 + 3] = (byte) 255;

        assertThat(new TestImages(digits).image(1)[3]).isEqualTo(1);
        assertThat(new TestImages(digits).image(1)[4]).isZero();
    }

    @Test
    void stoppingLeavesTheCellOpenForTheNextNetwork() {
        judge();
        controller.cellOpened(2, 7);
        controller.stopWanted();

        judge();

        assertThat(controller.state().set()).containsExactly(2);
    }

    @Test
    void aStoppedJudgingHearsNoMore() {
        controller.judgeWanted(file(Recipe.MNIST_SOFTMAX.spec().network()), "it");
        controller.stopWanted();
        controller.digitsArrived(digits());
        controller.judged(new float[100]);

        assertThat(outside.stopped).isEqualTo(1);
        assertThat(controller.state().phase()).isEqualTo(EvaluationState.Phase.IDLE);
        assertThat(controller.state().confusion()).isEmpty();
    }

    @Test
    void answersThatComeAfterAFailureAreNotShown() {
        controller.judgeWanted(file(Recipe.MNIST_SOFTMAX.spec().network()), "it");
        controller.digitsArrived(digits());
        controller.failed("The worker broke down.");

        controller.judged(new float[100]);

        assertThat(controller.state().message()).isEqualTo("The worker broke down.");
        assertThat(controller.state().confusion()).isEmpty();
    }

    @Test
    void aFileThatIsNoNetworkIsNotJudged() {
        controller.judgeWanted(new byte[] {1, 2, 3}, "it");

        assertThat(outside.judged).isEmpty();
        assertThat(controller.state().phase()).isEqualTo(EvaluationState.Phase.FAILED);
        assertThat(controller.state().message()).isNotEmpty();
    }

    @Test
    void aNetworkThatIsNoClassifierOfDigitsIsToldSo() {
        controller.judgeWanted(file(Recipe.MNIST_SOFTMAX.spec().network()), "it");
        controller.digitsArrived(digits());

        controller.judged(new float[20]);

        assertThat(controller.state().message())
                .isEqualTo("This network gives 2 numbers for an image; a classifier of digits gives 10");
    }

    @Test
    void theFirstWeightsArePicturesOfClassesUnitsOrFilters() {
        WeightPictures softmax = pictures(Recipe.MNIST_SOFTMAX);
        WeightPictures hidden = pictures(Recipe.MNIST_MLP);
        WeightPictures filters = pictures(Recipe.MNIST_SMALL);

        assertThat(softmax.name(9)).isEqualTo("class 9");
        assertThat(softmax.count()).isEqualTo(10);
        assertThat(hidden.name(0)).isEqualTo("unit 1");
        assertThat(hidden.count()).isEqualTo(32);
        assertThat(filters.name(15)).isEqualTo("filter 16");
        assertThat(filters.side()).isEqualTo(3);
        assertThat(filters.values()).hasSize(16 * 9);
    }

    private static WeightPictures pictures(Recipe recipe) {
        return WeightPictures.of(SavedModel.parse(file(recipe.spec().network())))
                .orElseThrow();
    }

    /** Ten digits, one of each class; 2 is taken for 7 with 0.6, 4 for 9 with 0.9, the rest are read rightly. */
    private void judge() {
        controller.judgeWanted(file(Recipe.MNIST_SOFTMAX.spec().network()), "it");
        controller.digitsArrived(digits());
        float[] probabilities = new float[100];
        for (int i = 0; i < 10; i++) {
            probabilities[10 * i + i] = 1;
        }
        probabilities[22] = 0.4f;
        probabilities[27] = 0.6f;
        probabilities[44] = 0.1f;
        probabilities[49] = 0.9f;
        controller.judged(probabilities);
    }

    private static byte[] digits() {
        byte[] digits = new byte[10 * 785];
        for (int i = 0; i < 10; i++) {
            digits[7840 + i] = (byte) i;
        }
        return digits;
    }

    private static byte[] file(NetworkSpec spec) {
        Network network = Network.build(spec, new HeapDevice(), 1, 1);
        return new SavedModel(spec, Optional.empty(), Optional.empty(), network.weights()).toBytes();
    }
}
