package feedforward.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/** An ONNX file as onnxruntime understands it. */
final class OnnxRuntime implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxRuntime(byte[] file) throws OrtException {
        session = environment.createSession(file);
    }

    /** What the file's input "input" is. */
    TensorInfo input() throws OrtException {
        return info(session.getInputInfo());
    }

    /** What the file's output "output" is. */
    TensorInfo output() throws OrtException {
        return info(session.getOutputInfo());
    }

    OnnxModelMetadata metadata() throws OrtException {
        return session.getMetadata();
    }

    /** The output's values for this input. */
    float[] run(float[] x, long... shape) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape)) {
            return run(tensor);
        }
    }

    /** The output's values for these ids. */
    float[] run(long[] ids, long... shape) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape)) {
            return run(tensor);
        }
    }

    private float[] run(OnnxTensor input) throws OrtException {
        try (OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
            FloatBuffer values = ((OnnxTensor) result.get(OnnxExport.OUTPUT).orElseThrow()).getFloatBuffer();
            float[] y = new float[values.remaining()];
            values.get(y);
            return y;
        }
    }

    private static TensorInfo info(Map<String, NodeInfo> nodes) {
        return (TensorInfo) nodes.values().iterator().next().getInfo();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
