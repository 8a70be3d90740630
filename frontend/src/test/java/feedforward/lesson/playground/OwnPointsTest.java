package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class OwnPointsTest {
    private final OpenPlayground lesson = new OpenPlayground();
    private final PlaygroundController controller = lesson.controller();

    @Test
    void pointsAreDrawnErasedAndPastedAndTheCsvReadsBackTheSame() {
        controller.pointsChanged(points -> points.withSet("own"));
        assertThat(controller.state().snapshot()).isEmpty();
        assertThat(controller.state().message()).startsWith("Draw at least five points");
        for (int i = 0; i < 4; i++) {
            controller.penDown(1 + i, 2.005 + i / 3.0);
        }
        controller.brushChosen(2);
        controller.penDown(-1, -1);
        controller.penDown(-3, -1.5);
        controller.penDown(7, 0);
        assertThat(lesson.snapshot().outputs().get(lesson.snapshot().outputs().size() - 1))
                .hasSize(3 * lesson.snapshot().side() * lesson.snapshot().side());
        controller.brushChosen(-1);
        controller.penDown(-3.1, -1.4);

        String csv = controller.state().csv();
        assertThat(csv).startsWith("x,y,class\n1.0,2.01,0\n2.0,2.34,0\n").endsWith("-1.0,-1.0,2\n");
        controller.csvTyped(csv.replace("\n", "\r\n"));
        controller.csvUsed();
        assertThat(controller.state().csv()).isEqualTo(csv);
        lesson.steps(5);
        assertThat(lesson.replayed(controller).state().snapshot().orElseThrow().hash())
                .isEqualTo(lesson.snapshot().hash());
    }

    @Test
    void pointsThatCannotBeUsedAreExplainedAndChangeNothing() {
        Settings before = controller.state().settings();

        controller.csvTyped("1,2,0\n3,x,1");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("line 2, column y");
        controller.csvTyped("1,2,0\n30,2,1");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("[-6, 6]");
        controller.csvTyped("1,2,0\n3,2,5");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("at most 4 classes");

        assertThat(controller.state().settings()).isEqualTo(before);
    }

    @Test
    void aLinkKeepsADrawingThatHasPointsOfOneClassSoFar() {
        controller.pointsChanged(points -> points.withSet("own"));
        controller.penDown(1, 2);
        LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);

        controller.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(controller.state().csv()).isEqualTo("x,y,class\n1.0,2.0,0\n");
        controller.penDown(2, 2);
        assertThat(controller.state().csv()).endsWith("2.0,2.0,0\n");
    }

    @Test
    void aLinkHoldsPointsOfOneClassAsDrawingBegins() {
        controller.pointsChanged(points -> points.withSet("own"));
        controller.penDown(1, 1);
        controller.penDown(2, -1);
        LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);
        PlaygroundController other = lesson.another();

        other.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(other.state().settings()).isEqualTo(controller.state().settings());
    }
}
