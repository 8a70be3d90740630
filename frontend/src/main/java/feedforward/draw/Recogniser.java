package feedforward.draw;

import feedforward.data.DigitImage;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.WeightsException;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.wire.SavedModel;

/** A network that reads digits, one image at a time. */
public final class Recogniser {
    static final int CLASSES = 10;

    private static final int PIXELS = DigitImage.SIDE * DigitImage.SIDE;

    private final SavedModel model;
    private final String source;
    /** Reckoned once, as the hash is: the page asks for them in every frame. */
    private final String title;

    private final String hash;

    private final Network network;
    private final Tensor x;

    /**
     * @param source where the network comes from, as a visitor calls it
     * @throws WeightsException if the network does not take 784 pixels and give 10 probabilities
     */
    Recogniser(SavedModel model, String source, Device device) {
        NetworkSpec spec = model.network();
        if (!readsDigits(spec)) {
            throw new WeightsException("This network "
                    + (spec.vocabulary() > 0
                            ? "reads texts, " + spec.input().elements() + " characters at a time"
                            : "takes " + spec.input() + " and gives " + spec.output())
                    + "; reading digits needs one that takes " + PIXELS + " pixels and gives [" + CLASSES
                    + "] probabilities (softmax)");
        }
        this.model = model;
        this.source = source;
        title = model.title();
        hash = model.sha256();
        network = model.build(device, 1);
        x = Tensor.zeros(device, spec.input().withBatch(1));
    }

    private static boolean readsDigits(NetworkSpec spec) {
        Shape input = spec.input();
        boolean takesPixels = spec.vocabulary() == 0
                && input.elements() == PIXELS
                && (input.rank() < 3 || input.equals(Shape.of(DigitImage.SIDE, DigitImage.SIDE, 1)));
        return takesPixels && spec.output().equals(Shape.of(CLASSES)) && spec.endsInSoftmax();
    }

    public SavedModel model() {
        return model;
    }

    /** What the network is: the recipe and seed that made it, where it follows one. */
    public String title() {
        return title;
    }

    public String hash() {
        return hash;
    }

    public String source() {
        return source;
    }

    /** The probability of each digit. */
    float[] probabilities(DigitImage image) {
        x.set(image.pixels());
        return network.forward(x).toArray();
    }
}
