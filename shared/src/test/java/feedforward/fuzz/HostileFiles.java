package feedforward.fuzz;

import feedforward.data.CsvException;
import feedforward.data.PointsCsv;
import feedforward.json.JsonFormatException;
import feedforward.model.Safetensors;
import feedforward.model.SafetensorsException;
import feedforward.model.WeightsException;
import feedforward.wire.CheckpointFile;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Files of half a megabyte, or as long as their parsers read, made to become as many objects as they can. Run by
 * {@link SmallHeapTest} in a JVM whose heap is small.
 */
public final class HostileFiles {
    private static final int BYTES = 1 << 19;
    private static final List<Class<? extends RuntimeException>> REFUSALS =
            List.of(SafetensorsException.class, WeightsException.class, JsonFormatException.class, CsvException.class);

    private HostileFiles() {}

    /** Parses each, and says so when it has got through. */
    public static void main(String[] arguments) {
        headers().forEach((name, header) -> {
            byte[] file = safetensors(header.get());
            stand(name, () -> Safetensors.parse(file));
            stand(name + ", as a model", () -> SavedModel.parse(file));
            stand(name + ", as a checkpoint", () -> CheckpointFile.parse(file));
        });
        texts().forEach((name, text) -> {
            String hostile = text.get();
            stand("points: " + name, () -> PointsCsv.parse(hostile));
            String description = hostile.substring(0, Math.min(hostile.length(), RunSpecJson.MAX_LENGTH));
            stand("description: " + name, () -> RunSpecJson.read(description));
        });
        System.out.println("All stood");
    }

    private static void stand(String name, Runnable parser) {
        System.out.println(name + ": " + Parsing.allocated(REFUSALS, parser) + " bytes in all");
    }

    private static Map<String, Supplier<String>> headers() {
        return new TreeMap<>(Map.of(
                "numbers", () -> "{\"w\":[" + filled("0,") + "0]}",
                "numbers as metadata", () -> "{\"__metadata__\":{\"a\":[" + filled("0,") + "0]}}",
                "objects", () -> "{\"w\":[" + filled("{},") + "0]}",
                "nested objects", () -> "{\"w\":[" + filled("{\"\":{\"\":{}}},") + "0]}",
                "tensors", HostileFiles::tensors,
                "texts", HostileFiles::shortTexts,
                "one text", () -> "{\"__metadata__\":{\"a\":\"" + filled("x") + "\"}}",
                "one text of wide characters", () -> "{\"__metadata__\":{\"a\":\"\u0416" + filled("x") + "\"}}",
                "a model's layers", () -> metadata("architecture"),
                "a checkpoint's run", () -> metadata("runSpec")));
    }

    private static Map<String, Supplier<String>> texts() {
        return new TreeMap<>(Map.of(
                "cells", () -> filled("1,"),
                "lines", () -> filled("\n"),
                "spaces", () -> filled(" "),
                "numbers", () -> "[" + filled("0,"),
                "objects", () -> "[" + filled("{},"),
                "nested objects", () -> "[" + filled("{\"\":{}},"),
                "points", () -> filled("0,0,0\n0,0,1\n")));
    }

    private static String filled(String piece) {
        return piece.repeat((BYTES - 100) / piece.length());
    }

    /** As many tensors without values as fit. */
    private static String tensors() {
        List<String> entries = new ArrayList<>();
        int length = 0;
        while (length < BYTES - 100) {
            String entry = "\"" + Integer.toString(entries.size(), Character.MAX_RADIX)
                    + "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
            entries.add(entry);
            length += entry.length() + 1;
        }
        return "{" + String.join(",", entries) + "}";
    }

    private static String shortTexts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < (BYTES - 100) / 10; i++) {
            texts.add("\"" + Integer.toString(i, Character.MAX_RADIX) + "\":\"\"");
        }
        return "{\"__metadata__\":{" + String.join(",", texts) + "}}";
    }

    private static String metadata(String name) {
        return "{\"__metadata__\":{\"" + name + "\":\"[" + filled("0,") + "0]\"}}";
    }

    private static byte[] safetensors(String header) {
        byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + utf8.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(utf8.length)
                .put(utf8)
                .array();
    }
}
