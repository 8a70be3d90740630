package feedforward.lesson.curve;

import feedforward.lesson.LessonLink;
import feedforward.text.Parts;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is shown on the axes beside the data and the network; in an address {@code shows=truth_logistic}, or {@code shows=none}. */
record CurveShown(Set<Model> models) {
    static final CurveShown USUAL = new CurveShown(EnumSet.of(Model.TRUTH, Model.LINE));

    private static final String NONE = "none";

    /** A curve that can be shown or not. */
    enum Model {
        TRUTH,
        LINE,
        LOGISTIC;

        /** In the page and in links. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CurveShown {
        models = Set.copyOf(models);
    }

    static CurveShown read(LessonLink link) {
        if (!link.has("shows")) {
            return USUAL;
        }
        EnumSet<Model> models = EnumSet.noneOf(Model.class);
        try {
            for (String id : Parts.of(link.text("shows", NONE), '_')) {
                if (!id.equals(NONE)) {
                    models.add(Model.valueOf(id.toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IllegalArgumentException e) {
            link.note("shows", "none, or some of truth, line, logistic with _ between them");
            return USUAL;
        }
        return new CurveShown(models);
    }

    /** This link and what is shown, where that is not the usual. */
    LessonLink in(LessonLink link) {
        StringBuilder text = new StringBuilder();
        for (Model model : Model.values()) {
            if (models.contains(model)) {
                text.append(text.length() == 0 ? "" : "_").append(model.id());
            }
        }
        return equals(USUAL) ? link : link.with("shows", text.length() == 0 ? NONE : text.toString());
    }
}
