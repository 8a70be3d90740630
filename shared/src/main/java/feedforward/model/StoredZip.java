package feedforward.model;

import feedforward.hash.Crc32;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A zip file of uncompressed files: weights hardly compress, and numpy reads them where they lie. The same files in the same
 * order give the same bytes, for every file's date is 1 January 1980, the format's first.
 *
 * <p>For each file its header, name and content; then the directory, which repeats the headers and says where each begins; then the
 * end, which says where the directory begins. All numbers are little-endian.
 * Source: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
 */
public final class StoredZip {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int DIRECTORY_HEADER_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int MOST_FILES = 65_535;

    /** To read it one needs version 1.0 of the format. */
    private static final int VERSION = 10;

    /** Names are UTF-8. */
    private static final int FLAGS = 1 << 11;

    /** Year − 1980 from bit 9, month from bit 5, day. */
    private static final int FIRST_DATE = 1 << 5 | 1;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /**
     * Adds a file; its content is kept, not copied.
     *
     * @param name with "/" between folders
     * @throws IllegalArgumentException if there is a file of this name already
     */
    public StoredZip add(String name, byte[] content) {
        if (files.putIfAbsent(name, content) != null) {
            throw new IllegalArgumentException("StoredZip: expected each name once but \"" + name + "\" came twice");
        }
        return this;
    }

    /** @throws IllegalArgumentException if there are more than 65,535 files or 2³¹ − 1 bytes in all */
    public byte[] toBytes() {
        List<Entry> entries = entries();
        int directoryBytes = 0;
        int directoryAt = 0;
        for (Entry entry : entries) {
            directoryAt = entry.at + LOCAL_HEADER_BYTES + entry.name.length + entry.content.length;
            directoryBytes += DIRECTORY_HEADER_BYTES + entry.name.length;
        }
        LittleEndian file = new LittleEndian(directoryAt + directoryBytes + END_BYTES);
        entries.forEach(entry -> writeFile(file, entry));
        entries.forEach(entry -> writeDirectory(file, entry));
        file.int32(END).int16(0).int16(0).int16(entries.size()).int16(entries.size());
        file.int32(directoryBytes).int32(directoryAt).int16(0);
        return file.bytes();
    }

    private List<Entry> entries() {
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "StoredZip: expected at most 65,535 files but was " + Digits.grouped(files.size()));
        }
        List<Entry> entries = new ArrayList<>();
        long at = 0;
        long directory = END_BYTES;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = Utf8.encode(file.getKey());
            entries.add(new Entry(name, file.getValue(), Crc32.of(file.getValue()), (int) at));
            at += LOCAL_HEADER_BYTES + name.length + (long) file.getValue().length;
            directory += DIRECTORY_HEADER_BYTES + name.length;
            if (at + directory > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "StoredZip: expected at most 2,147,483,647 bytes but was " + Digits.grouped(at + directory));
            }
        }
        return entries;
    }

    private static void writeFile(LittleEndian zip, Entry entry) {
        zip.int32(LOCAL_HEADER);
        writeHeader(zip, entry);
        zip.bytes(entry.name).bytes(entry.content);
    }

    private static void writeDirectory(LittleEndian zip, Entry entry) {
        zip.int32(DIRECTORY_HEADER).int16(VERSION);
        writeHeader(zip, entry);
        // No comment, on the first disk, with no attributes.
        zip.int16(0).int16(0).int16(0).int32(0).int32(entry.at).bytes(entry.name);
    }

    /** What a file's header and the directory's have in common, with neither compression nor extra fields. */
    private static void writeHeader(LittleEndian zip, Entry entry) {
        zip.int16(VERSION).int16(FLAGS).int16(0).int16(0).int16(FIRST_DATE);
        zip.int32(entry.checksum).int32(entry.content.length).int32(entry.content.length);
        zip.int16(entry.name.length).int16(0);
    }

    /** A file and where its header begins. */
    private record Entry(byte[] name, byte[] content, int checksum, int at) {}
}
