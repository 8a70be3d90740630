package feedforward.view;

/** Who hears what a visitor does with a {@link NetworkPicture}, by mouse, finger or keyboard. */
public interface NetworkListener {

    /** The pointer or the focus came to a part. */
    default void pointedAt(NetworkPart part) {}

    /** Neither pointer nor focus is on any part any more. */
    default void left() {}

    /** A part was clicked, or Enter or the space bar pressed on it. */
    default void chosen(NetworkPart part) {}
}
