package feedforward.page;

/** Which of the two computers has trained a network that now reads the drawings. */
public enum TrainedBy {
    PAGE("trained in this page", "page-answers"),
    SERVER("trained on your server", "server-answers");

    private final String source;
    private final String role;

    TrainedBy(String source, String role) {
        this.source = source;
        this.role = role;
    }

    /** What the network is called. */
    public String source() {
        return source;
    }

    /** The {@code data-role} of the words, beside its run, that it reads the drawings. */
    public String role() {
        return role;
    }
}
