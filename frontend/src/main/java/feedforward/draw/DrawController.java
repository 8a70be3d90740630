package feedforward.draw;

import feedforward.data.Drawing;
import feedforward.device.Device;
import feedforward.wire.SavedModel;

/** Decides what each event makes of the draw section. Mutable in its state alone; knows no browser. */
final class DrawController {
    /** What the network is called that the server ships. */
    static final String SHIPPED = "shipped network";

    private final Device device;
    private final DrawActions actions;
    private DrawState state = DrawState.blank();

    DrawController(Device device, DrawActions actions) {
        this.device = device;
        this.actions = actions;
    }

    DrawState state() {
        return state;
    }

    /** The pen touches the canvas; places are shares of its width and height. */
    void penDown(float x, float y) {
        show(state.drawing(state.drawing().penDown(x, y)));
    }

    /** A move of a pen that an undo or clear took off the canvas leads nowhere. */
    void penMoved(float x, float y) {
        if (state.penDown()) {
            show(state.drawing(state.drawing().penTo(x, y)));
        }
    }

    void penLifted() {
        show(state.penLifted());
    }

    void undoWanted() {
        show(state.withDrawing(state.drawing().undo()));
    }

    void clearWanted() {
        show(state.withDrawing(Drawing.empty()));
    }

    void shippedWanted() {
        show(state.whileFetching());
        actions.fetchShipped();
    }

    /** Takes no notice of it where another network was chosen meanwhile. */
    void shippedArrived(byte[] file) {
        if (state.fetching()) {
            show(state.fetchedNothing(""));
            fileArrived(file, SHIPPED);
        }
    }

    void shippedFailed(String reason) {
        if (state.fetching()) {
            show(state.fetchedNothing("The shipped network could not be loaded. " + reason));
        }
    }

    /** Lets the network in a safetensors file answer from now on; says why if it cannot. */
    void fileArrived(byte[] file, String source) {
        try {
            show(state.withNetwork(new Recogniser(SavedModel.parse(file), source, device)));
        } catch (IllegalArgumentException e) {
            show(state.withError(source + ": " + e.getMessage()));
        }
    }

    /** A file could not be read, or is none that could hold a network. */
    void fileRefused(String name, String reason) {
        show(state.withError(name + ": " + reason));
    }

    private void show(DrawState newer) {
        state = newer;
        actions.show();
    }
}
