package feedforward.model;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import java.util.Arrays;
import java.util.Map;

/** Lays {@link Safetensors} out as a file's bytes. */
final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private final Safetensors content;
    private final Dtype dtype;

    SafetensorsWriter(Safetensors content, Dtype dtype) {
        this.content = content;
        this.dtype = dtype;
    }

    byte[] write() {
        byte[] header = paddedHeader();
        long fileBytes = 8L + header.length + dataBytes();
        if (fileBytes > Integer.MAX_VALUE) {
            throw new SafetensorsException("Safetensors: expected a file of at most "
                    + Digits.grouped(Integer.MAX_VALUE) + " bytes but was " + Digits.grouped(fileBytes));
        }
        byte[] file = new byte[(int) fileBytes];
        for (int i = 0; i < 4; i++) {
            file[i] = (byte) (header.length >>> 8 * i);
        }
        System.arraycopy(header, 0, file, 8, header.length);
        int at = 8 + header.length;
        for (StoredTensor tensor : content.tensors().values()) {
            int elements = tensor.shape().elements();
            tensor.store(dtype, 0, elements, file, at);
            at += dtype.bytes() * elements;
        }
        return file;
    }

    private long dataBytes() {
        long bytes = 0;
        for (StoredTensor tensor : content.tensors().values()) {
            bytes += bytes(tensor);
        }
        return bytes;
    }

    private long bytes(StoredTensor tensor) {
        return (long) dtype.bytes() * tensor.shape().elements();
    }

    private byte[] paddedHeader() {
        byte[] json = Utf8.encode(header().toString());
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (length > Safetensors.MAX_HEADER) {
            throw new SafetensorsException("Safetensors: expected a header of at most "
                    + Digits.grouped(Safetensors.MAX_HEADER) + " bytes but was " + Digits.grouped(length)
                    + "; shorten the metadata or the names");
        }
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return padded;
    }

    private JsonObject header() {
        JsonObject header = Json.object();
        if (!content.metadata().isEmpty()) {
            JsonObject texts = Json.object();
            content.metadata().forEach(texts::add);
            header.add(Safetensors.METADATA, texts);
        }
        long begin = 0;
        for (Map.Entry<String, StoredTensor> entry : content.tensors().entrySet()) {
            int[] sizes = entry.getValue().shape().sizes();
            long end = begin + bytes(entry.getValue());
            JsonArray offsets = Json.array().add(begin).add(end);
            header.add(
                    entry.getKey(),
                    Json.object()
                            .add("dtype", dtype.name())
                            .add("shape", Json.array(sizes))
                            .add("data_offsets", offsets));
            begin = end;
        }
        return header;
    }
}
