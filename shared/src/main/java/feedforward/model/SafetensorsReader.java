package feedforward.model;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.json.JsonField;
import feedforward.json.JsonFormatException;
import feedforward.json.StrictJson;
import feedforward.text.Digits;
import feedforward.text.Hex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@link Safetensors} from bytes that nobody vouches for.
 *
 * <p>That the tensors lie end to end and inside the file's real length is checked before the first value is read: so
 * nothing is allocated that the file does not pay for. The header is read a tensor at a time, so that its JSON never is a tree
 * as a whole, which would take many times its length.
 */
final class SafetensorsReader {
    private static final int LENGTH_BYTES = 8;

    private final byte[] file;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<SafetensorsEntry> entries = new ArrayList<>();

    SafetensorsReader(byte[] file) {
        this.file = file;
    }

    Safetensors read() {
        int headerBytes = headerBytes();
        int dataStart = LENGTH_BYTES + headerBytes;
        try {
            readHeader(headerBytes);
        } catch (JsonFormatException e) {
            throw new SafetensorsException(e.getMessage(), e);
        }
        entries.sort(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end));
        requireEndToEnd(file.length - dataStart);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsEntry entry : entries) {
            tensors.put(entry.name(), new StoredTensor(entry.shape(), floats(dataStart, entry)));
        }
        return new Safetensors(metadata, tensors);
    }

    private int headerBytes() {
        if (file.length < LENGTH_BYTES) {
            throw new SafetensorsException(
                    "Safetensors: expected at least 8 bytes, the header's length, but the file has " + file.length
                            + "; it was cut short, or is no safetensors file");
        }
        long length = 0;
        for (int i = LENGTH_BYTES - 1; i >= 0; i--) {
            length = length << 8 | file[i] & 0xFF;
        }
        if (length < 0 || length > Safetensors.MAX_HEADER) {
            throw new SafetensorsException("Safetensors: expected a header of at most "
                    + Digits.grouped(Safetensors.MAX_HEADER) + " bytes but its length is "
                    + (length < 0 ? "above " + Digits.grouped(Long.MAX_VALUE) : Digits.grouped(length))
                    + "; is this a safetensors file?");
        }
        if (length > file.length - LENGTH_BYTES) {
            throw new SafetensorsException("Safetensors: expected a header of " + Digits.grouped(length)
                    + " bytes but the file ends after " + Digits.grouped(file.length - LENGTH_BYTES)
                    + " of them; it was cut short, or is no safetensors file");
        }
        return (int) length;
    }

    private void readHeader(int length) {
        if (length == 0 || file[LENGTH_BYTES] != '{') {
            throw new SafetensorsException("Safetensors: expected a header that begins with '{' but was "
                    + (length == 0 ? "empty" : Hex.of(file[LENGTH_BYTES] & 0xFF, 2)) + "; is this a safetensors file?");
        }
        StrictJson.parseMembers("Safetensors header", file, LENGTH_BYTES, length, this::readMember);
    }

    private void readMember(String name, JsonValue value) {
        JsonField field = new JsonField("Safetensors " + Safetensors.quoted(name), value);
        if (name.equals(Safetensors.METADATA)) {
            readMetadata(field);
        } else {
            entries.add(SafetensorsEntry.of(name, field));
            Safetensors.requireNumber(entries.size());
        }
    }

    private void readMetadata(JsonField field) {
        for (JsonObject.Member member : field.rawObject()) {
            String where = field.where() + " " + Safetensors.quoted(member.getName());
            metadata.put(member.getName(), new JsonField(where, member.getValue()).text());
        }
    }

    /** Each tensor begins where the one before ends, the first at 0, and the last ends with the file. */
    private void requireEndToEnd(long dataBytes) {
        long covered = 0;
        String before = "the header";
        for (SafetensorsEntry entry : entries) {
            if (entry.end() > dataBytes) {
                throw new SafetensorsException("Safetensors: header says "
                        + Digits.grouped(entry.shape().elements()) + " floats for " + Safetensors.quoted(entry.name())
                        + " but the file ends after "
                        + Digits.grouped(Math.max(0, dataBytes - entry.begin())
                                / entry.dtype().bytes())
                        + "; the download was cut short");
            }
            if (entry.begin() != covered) {
                throw new SafetensorsException("Safetensors " + Safetensors.quoted(entry.name())
                        + " data_offsets: expected to begin at byte " + Digits.grouped(covered) + ", where " + before
                        + " ends, but was " + Digits.grouped(entry.begin()) + "; "
                        + (entry.begin() < covered ? "tensors overlap" : "bytes between belong to no tensor"));
            }
            covered = entry.end();
            before = Safetensors.quoted(entry.name());
        }
        if (covered != dataBytes) {
            throw new SafetensorsException("Safetensors: expected " + Digits.grouped(covered)
                    + " bytes of values, as the header says, but was " + Digits.grouped(dataBytes)
                    + "; the last bytes belong to no tensor");
        }
    }

    private float[] floats(int dataStart, SafetensorsEntry entry) {
        float[] values = new float[entry.shape().elements()];
        int at = dataStart + (int) entry.begin();
        for (int i = 0; i < values.length; i++, at += entry.dtype().bytes()) {
            values[i] = entry.dtype().read(file, at);
        }
        return values;
    }
}
