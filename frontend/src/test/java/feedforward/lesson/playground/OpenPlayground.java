package feedforward.lesson.playground;

import feedforward.device.HeapDevice;
import feedforward.lesson.LessonLink;

/** The playground as a visitor finds it, without a page. Mutable: counts how often it was solved. */
final class OpenPlayground implements PlaygroundActions {
    private final PlaygroundController controller = another();
    private int timesSolved;

    PlaygroundController controller() {
        return controller;
    }

    PlaygroundController another() {
        PlaygroundController fresh = new PlaygroundController(this, new HeapDevice(), () -> 0);
        fresh.opened(LessonLink.empty());
        return fresh;
    }

    /** What another visitor has who opens the original's link. */
    PlaygroundController replayed(PlaygroundController original) {
        PlaygroundController other = another();
        other.opened(LessonLink.of(original.link().query(text -> text), text -> text));
        while (other.state().replaying()) {
            other.ticked();
        }
        return other;
    }

    Snapshot snapshot() {
        return controller.state().snapshot().orElseThrow();
    }

    void ticks(int frames) {
        for (int i = 0; i < frames; i++) {
            controller.ticked();
        }
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) {
            controller.stepped();
        }
    }

    int timesSolved() {
        return timesSolved;
    }

    @Override
    public void show() {
        // What is shown is the state, which the tests read.
    }

    @Override
    public void solved() {
        timesSolved++;
    }
}
