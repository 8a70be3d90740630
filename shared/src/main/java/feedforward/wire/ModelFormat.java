package feedforward.wire;

import feedforward.model.NpzExport;
import feedforward.model.OnnxExport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a {@link SavedModel} can be given away as. */
public enum ModelFormat {
    /** Weights and their description, which PyTorch and this program read. */
    SAFETENSORS("weights.safetensors") {
        @Override
        public byte[] write(SavedModel model) {
            return model.toBytes();
        }
    },
    /** Network and weights, which onnxruntime and many others run. */
    ONNX("model.onnx") {
        @Override
        public byte[] write(SavedModel model) {
            Map<String, String> metadata = new LinkedHashMap<>(model.metadata());
            metadata.put("weightsSha256", model.sha256());
            return OnnxExport.write(model.network(), model.weights(), metadata);
        }
    },
    /** Weights, which numpy reads. */
    NPZ("weights.npz") {
        @Override
        public byte[] write(SavedModel model) {
            return NpzExport.write(model.weights());
        }
    },
    /** A {@link ModelPackage}. */
    ZIP("model.zip") {
        @Override
        public byte[] write(SavedModel model) {
            return ModelPackage.write(model);
        }
    };

    private final String fileName;

    ModelFormat(String fileName) {
        this.fileName = fileName;
    }

    /**
     * The file's bytes, the same for the same model.
     *
     * @throws feedforward.model.WeightsException if the weights do not fit the network
     */
    public abstract byte[] write(SavedModel model);

    /** The name in addresses and packages, such as "model.onnx". */
    public String fileName() {
        return fileName;
    }

    /** The name in commands, and the end of the file's: "onnx". */
    public String id() {
        return fileName.substring(fileName.indexOf('.') + 1);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ModelFormat::id).toList();
    }
}
