package feedforward.lesson;

/**
 * How far a training is. Immutable.
 *
 * @param part of the download that has come, or of the way to where the training ends or a link's replay does, in [0, 1]
 */
public record TrainingProgress(Phase phase, String message, double part, int steps, double epochsDone) {
    /** Where the training is. */
    public enum Phase {
        IDLE,
        LOADING,
        RUNNING,
        PAUSED,
        DONE,
        FAILED;

        /**
         * What the main button says.
         *
         * @param start how a lesson calls its training
         */
        public String button(String start) {
            return switch (this) {
                case IDLE -> start;
                case LOADING -> "Stop";
                case RUNNING -> "Pause";
                case PAUSED -> "Go on";
                case DONE -> "Train again";
                case FAILED -> "Try again";
            };
        }
    }

    /** Whether the message counts what comes in, and so changes again soon. */
    public boolean counting() {
        return phase == Phase.LOADING && part > 0;
    }
}
