package feedforward.model;

import feedforward.hash.Sha256;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named float32 tensors and a few texts about them, as a safetensors file keeps them.
 *
 * <p>The file: 8 bytes, the header's length as a little-endian integer; the header, a JSON object in UTF-8 that gives
 * each tensor's dtype, shape and place, and under {@code __metadata__} the texts; the values, without gaps. We read and
 * write dtype F32, and F16 too, whose values float32 all has. Both maps keep their order, the tensors' being the order of their values in the file.
 * Source: the format's description, https://github.com/huggingface/safetensors#format
 */
public record Safetensors(Map<String, String> metadata, Map<String, StoredTensor> tensors) {
    /** Bytes of header we read and write: 524,288, twice what the checkpoint of a hundred layers needs. */
    public static final int MAX_HEADER = 1 << 19;

    /** Tensors we read and write: 4,096, twice what the checkpoint of a hundred layers has. */
    public static final int MAX_TENSORS = 4096;

    /** Dimensions of a tensor that we read and write. */
    public static final int MAX_RANK = 8;

    /** The header's name for the texts, which no tensor may have. */
    static final String METADATA = "__metadata__";

    /**
     * Copies both maps.
     *
     * @throws SafetensorsException if a tensor is called {@code __metadata__} or has more than {@link #MAX_RANK}
     *     dimensions, there are more than {@link #MAX_TENSORS}, or a text is not Unicode
     */
    public Safetensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        requireNumber(tensors.size());
        metadata.forEach((key, text) -> {
            requireUnicode(key);
            requireUnicode(text);
        });
        tensors.forEach(Safetensors::requireStorable);
    }

    /**
     * Reads a file. Beside the file itself this holds at most twice its length and 4 MB at any one time; of F16, four times.
     *
     * @throws SafetensorsException if {@code file} breaks any rule of the format or holds anything but finite F32 and F16
     */
    public static Safetensors parse(byte[] file) {
        Safetensors content = new SafetensorsReader(file).read();
        content.requireFinite();
        return content;
    }

    /**
     * The file. The same content in the same order gives the same bytes: compact JSON, names in the maps' order, then
     * spaces up to a multiple of 8 bytes.
     *
     * @throws SafetensorsException if a value is NaN or infinite, the header exceeds {@link #MAX_HEADER} or the file
     *     2,147,483,647 bytes: {@link #parse} would refuse it
     */
    public byte[] toBytes() {
        requireFinite();
        return new SafetensorsWriter(this, Dtype.F32).write();
    }

    /**
     * The file with dtype F16 throughout, half as long, likewise; {@link #parse} gives the same content back.
     *
     * @throws SafetensorsException as {@link #toBytes} does, and if a value is no float16
     */
    public byte[] toFloat16Bytes() {
        requireFinite();
        tensors.forEach((name, tensor) -> {
            if (!tensor.equals(tensor.roundedToFloat16())) {
                throw new SafetensorsException("Safetensors " + quoted(name)
                        + ": expected values that float16 has but there are others; round them first");
            }
        });
        return new SafetensorsWriter(this, Dtype.F16).write();
    }

    /**
     * The SHA-256 of the values alone as float32, as they lie in a file of dtype F32: everything behind the header. Two runs with
     * the same weights have the same one, whatever their metadata says.
     */
    public String sha256() {
        Sha256 hash = new Sha256();
        byte[] piece = new byte[1 << 14];
        for (StoredTensor tensor : tensors.values()) {
            int elements = tensor.shape().elements();
            for (int i = 0; i < elements; i += piece.length / 4) {
                int count = Math.min(piece.length / 4, elements - i);
                tensor.store(Dtype.F32, i, count, piece, 0);
                hash.update(piece, 0, 4 * count);
            }
        }
        return hash.digestHex();
    }

    /** @throws SafetensorsException if there is no tensor of this name */
    public StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new SafetensorsException("Safetensors: expected a tensor " + quoted(name) + " but there are "
                    + Digits.grouped(tensors.size()) + " others; was the file made for another network?");
        }
        return tensor;
    }

    /** A name as messages show it, of which a hostile file may make up to a million characters. */
    static String quoted(String name) {
        return '"' + (name.length() <= 80 ? name : name.substring(0, 80) + "…") + '"';
    }

    static void requireNumber(int tensors) {
        if (tensors > MAX_TENSORS) {
            throw new SafetensorsException(
                    "Safetensors: expected at most " + Digits.grouped(MAX_TENSORS) + " tensors but there are more");
        }
    }

    private static void requireStorable(String name, StoredTensor tensor) {
        requireUnicode(name);
        if (name.equals(METADATA)) {
            throw new SafetensorsException(
                    "Safetensors: expected a tensor's name but was " + quoted(name) + ", which the format reserves");
        }
        if (tensor.shape().rank() > MAX_RANK) {
            throw new SafetensorsException("Safetensors " + quoted(name) + ": expected at most " + MAX_RANK
                    + " dimensions but was " + tensor.shape().rank());
        }
    }

    private void requireFinite() {
        tensors.forEach((name, tensor) -> {
            int index = tensor.firstNotFinite();
            if (index >= 0) {
                throw new SafetensorsException("Safetensors " + quoted(name) + ": expected finite values but was "
                        + tensor.values()[index] + " at index " + Digits.grouped(index)
                        + "; the training that made it diverged");
            }
        });
    }

    private static void requireUnicode(String text) {
        if (Utf8.unpairedSurrogate(text) >= 0) {
            throw new SafetensorsException(
                    "Safetensors: expected Unicode text but was half a surrogate pair in " + quoted(text));
        }
    }
}
