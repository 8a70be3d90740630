package feedforward.draw;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface DrawActions {
    /** Fetch the network that the server ships. */
    void fetchShipped();

    /** Show the state, soon. */
    void show();
}
