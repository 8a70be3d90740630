package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.GradientReferee.Comparison;
import feedforward.course.GradientReferee.Of;
import feedforward.course.GradientReferee.Verdict;
import feedforward.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradientRefereeTest {
    @Test
    void acceptsTheRightFormulaHoweverItIsPutTogether() {
        assertThat(judge("outer.x.p-y", Of.WEIGHTS).right()).isTrue();
        assertThat(judge("outer.-x.y-p", Of.WEIGHTS).right()).isTrue();
        assertThat(judge("minus.outer.x.y-p", Of.WEIGHTS).right()).isTrue();
        assertThat(judge("p-y", Of.BIASES).right()).isTrue();
        assertThat(judge("minus.y-p", Of.BIASES).right()).isTrue();
    }

    @Test
    void ofTheNotebooksFormulaOnlyTheTrueClasssColumnIsRight() {
        Verdict verdict = GradientReferee.judge(Formula.NOTEBOOK, Of.WEIGHTS);

        assertThat(verdict.right()).isFalse();
        assertThat(verdict.reason()).startsWith("Only the column of the true class is right");
        for (Comparison each : verdict.comparisons()) {
            for (int i = 0; i < 12; i++) {
                assertThat(each.agrees(i)).isEqualTo(i % 3 == each.example().label());
            }
        }
        assertThat(judge("minus.y(1-p)", Of.BIASES).reason()).startsWith("Only the column of the true class is right");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(judge("", Of.WEIGHTS).reason()).isEqualTo("There is nothing to check yet: put in a piece.");
        assertThat(judge("outer.x", Of.WEIGHTS).reason()).isEqualTo("A place is still empty: outer(x, □).");
        assertThat(judge("outer.x.y-p", Of.WEIGHTS).reason()).startsWith("Each slope has the right size and the wrong");
        assertThat(judge("outer.p-y.x", Of.WEIGHTS).reason())
                .startsWith(
                        "Your formula gives [3, 4], but W has [4, 3], and needs a slope for each of its numbers. It is on"
                                + " its side");
        assertThat(judge("outer.y.p", Of.WEIGHTS).reason()).contains("[3, 3]").contains("a number for each input");
        assertThat(judge("p-y", Of.WEIGHTS).reason()).contains("Which operation makes a matrix of two vectors?");
        assertThat(judge("x", Of.BIASES).reason()).contains("b has [3]").contains("which vectors have that too?");
        assertThat(judge("times.x.p", Of.WEIGHTS).reason())
                .isEqualTo(
                        "This cannot be computed: · multiplies element by element, so both sides need one shape, but they"
                                + " are [4] and [3].");
        assertThat(judge("outer.outer.x.p.y", Of.WEIGHTS).reason()).contains("outer takes two vectors");
        assertThat(judge("outer.x.p", Of.WEIGHTS).reason()).startsWith("The label y is nowhere in it");
        assertThat(judge("outer.x.y", Of.WEIGHTS).reason()).startsWith("The prediction p is nowhere in it");
        assertThat(judge("outer.x.times.p-y.p", Of.WEIGHTS).reason())
                .isEqualTo(
                        "The numbers are not the measured ones. Look at the marked numbers of the example of class 1:"
                                + " some are too large or too small.");
    }

    @Test
    void measuresTheSlopesThatTheDerivationGives() {
        for (SoftmaxExample example : GradientReferee.examples()) {
            double[] p = example.probabilities();
            for (int i = 0; i < 12; i++) {
                double y = i % 3 == example.label() ? 1 : 0;
                assertThat(example.weightSlopes().values()[i])
                        .isCloseTo(example.x()[i / 3] * (p[i % 3] - y), within(1e-9));
            }
        }
    }

    @Test
    void aFormulaTakesAPieceForEachEmptyPlace() {
        Formula half = Formula.EMPTY.with(Piece.OUTER).with(Piece.X);

        assertThat(half.empty()).isEqualTo(1);
        assertThat(half.with(Piece.P_MINUS_Y).complete()).isTrue();
        assertThat(half.withoutLast().text()).isEqualTo("outer(□, □)");
        assertThat(half.with(Piece.NEGATIVE).with(Piece.TIMES).text()).isEqualTo("outer(x, −((□) · (□)))");
        assertThatThrownBy(() -> half.with(Piece.Y).with(Piece.Y))
                .hasMessage("Formula: expected an empty place for y but there is none; take a piece out first");
        List<Piece> many = Collections.nCopies(13, Piece.NEGATIVE);
        assertThatThrownBy(() -> new Formula(many)).hasMessageContaining("at most 12 pieces but was 13");
    }

    @Test
    void linksHoldFormulas() {
        assertThat(Formula.NOTEBOOK.id()).isEqualTo("outer.-x.y(1-p)");
        assertThat(Formula.parse(Formula.NOTEBOOK.id())).contains(Formula.NOTEBOOK);
        assertThat(Formula.parse("")).contains(Formula.EMPTY);
        assertThat(Formula.parse("outer.q")).isEmpty();
        assertThat(Formula.parse("x.x")).isEqualTo(Optional.empty());
        assertThat(IntStream.range(0, Piece.values().length).mapToObj(i -> Piece.values()[i].id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void vectorsMultiplyIntoAMatrix() {
        Matrix product = Matrix.vector(1, 2).outer(Matrix.vector(3, 4, 5));

        assertThat(product.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(product.values()).containsExactly(3, 4, 5, 6, 8, 10);
    }

    private static Verdict judge(String formula, Of of) {
        return GradientReferee.judge(Formula.parse(formula).orElseThrow(), of);
    }
}
