package feedforward.lesson.gradient;

import feedforward.course.Formula;
import feedforward.course.GradientReferee;
import feedforward.course.GradientReferee.Verdict;
import java.util.Optional;

/**
 * What the lesson shows of the formula. Immutable.
 *
 * @param verdict the referee's, once asked about this very formula
 * @param example the class of the example shown, from 0
 * @param weightsSolved whether the right formula for the weights was found
 */
record GradientState(
        GradientReferee.Of of,
        Formula formula,
        Optional<Verdict> verdict,
        int example,
        boolean weightsSolved,
        boolean biasesSolved) {

    static GradientState first() {
        return new GradientState(GradientReferee.Of.WEIGHTS, Formula.EMPTY, Optional.empty(), 0, false, false);
    }

    GradientState with(Formula newer) {
        return new GradientState(of, newer, Optional.empty(), example, weightsSolved, biasesSolved);
    }

    GradientState with(GradientReferee.Of newer) {
        return new GradientState(newer, Formula.EMPTY, Optional.empty(), example, weightsSolved, biasesSolved);
    }

    GradientState with(Verdict newer) {
        boolean weights = of == GradientReferee.Of.WEIGHTS;
        return new GradientState(
                of,
                formula,
                Optional.of(newer),
                example,
                weightsSolved || weights && newer.right(),
                biasesSolved || !weights && newer.right());
    }

    GradientState showing(int newer) {
        return new GradientState(of, formula, verdict, newer, weightsSolved, biasesSolved);
    }

    boolean solved() {
        return weightsSolved && biasesSolved;
    }
}
