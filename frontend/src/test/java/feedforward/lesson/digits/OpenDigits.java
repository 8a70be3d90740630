package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.lesson.Answer;
import java.util.ArrayList;
import java.util.List;

/** The lesson as a visitor finds it, its images arrived, without a page. Mutable: notes what the lesson asked for. */
final class OpenDigits implements DigitsActions {
    private static final byte[] LABELS = {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};

    private final DigitsController controller = another();
    private final List<byte[]> judged = new ArrayList<>();
    private int timesStopped;
    private int timesSolved;

    DigitsController controller() {
        return controller;
    }

    /** Ten images with every third pixel one half, from the corner on. */
    DigitsController another() {
        DigitsController fresh = new DigitsController(this);
        byte[] pixels = new byte[10 * NotebookDigits.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % NotebookDigits.PIXELS % 3 == 0 ? (byte) 128 : 0;
        }
        fresh.arrived(IdxFile.writeImages(new IdxImages(10, 28, 28, pixels)), IdxFile.writeLabels(LABELS));
        return fresh;
    }

    Answer answer(Task task) {
        return controller.state().answer(task);
    }

    /** The network answers one class to ten digits, one of each class. */
    void answerAll(int answer) {
        byte[] digits = new byte[10 * 785];
        float[] probabilities = new float[100];
        for (int i = 0; i < 10; i++) {
            digits[10 * 784 + i] = (byte) i;
            probabilities[10 * i + answer] = 1;
        }
        controller.testDigitsArrived(digits);
        controller.judged(probabilities);
    }

    /** The files of the networks that were to be judged. */
    List<byte[]> judged() {
        return judged;
    }

    int timesStopped() {
        return timesStopped;
    }

    int timesSolved() {
        return timesSolved;
    }

    @Override
    public void judge(byte[] file) {
        judged.add(file);
    }

    @Override
    public void stopJudging() {
        timesStopped++;
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
