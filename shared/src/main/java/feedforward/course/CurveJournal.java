package feedforward.course;

import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits of a run and after which of its steps each was made, so that the run can be repeated. Immutable.
 *
 * <p>As text: "300r500000~420m7_350_500", in the order they were made; the empty text is no edit.
 */
public record CurveJournal(List<Entry> entries) {
    public static final CurveJournal EMPTY = new CurveJournal(List.of());
    /** So many fit into an address. */
    public static final int MOST = 200;

    /** An edit after so many steps. */
    public record Entry(int step, CurveEdit edit) {}

    public CurveJournal {
        entries = List.copyOf(entries);
    }

    /** @throws IllegalArgumentException if the text is no journal, or a step comes before the one ahead of it */
    public static CurveJournal parse(String text) {
        List<Entry> entries = new ArrayList<>();
        int earliest = 0;
        for (String part : text.isEmpty() ? List.<String>of() : Parts.of(text, '~')) {
            int letter = 0;
            while (letter < part.length() && Character.isDigit(part.charAt(letter))) {
                letter++;
            }
            int step = CurveText.integer(part.substring(0, letter));
            if (step < earliest) {
                throw new IllegalArgumentException(
                        "Edits: expected ascending steps but " + step + " comes after " + earliest);
            }
            earliest = step;
            entries.add(new Entry(step, CurveEdit.parse(part.substring(letter))));
        }
        return new CurveJournal(entries);
    }

    public CurveJournal with(int step, CurveEdit edit) {
        List<Entry> longer = new ArrayList<>(entries);
        int last = longer.size() - 1;
        if (last >= 0
                && longer.get(last).step() == step
                && edit.replaces(longer.get(last).edit())) {
            longer.remove(last);
        }
        longer.add(new Entry(step, edit));
        return new CurveJournal(longer);
    }

    /** Whether an address can hold it. */
    public boolean fitsAnAddress() {
        return entries.size() <= MOST;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(text.length() == 0 ? "" : "~")
                    .append(entry.step())
                    .append(entry.edit().text());
        }
        return text.toString();
    }
}
