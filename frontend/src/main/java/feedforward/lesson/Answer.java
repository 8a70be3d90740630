package feedforward.lesson;

/**
 * What an exercise says to what the student answered.
 *
 * @param state open, right or wrong, on which the style sheets depend
 * @param words why; empty while it is open
 */
public record Answer(String state, String words) {
    public static final Answer OPEN = new Answer("open", "");

    public static Answer right(String words) {
        return new Answer("right", words);
    }

    public static Answer wrong(String words) {
        return new Answer("wrong", words);
    }

    public boolean isRight() {
        return state.equals("right");
    }
}
