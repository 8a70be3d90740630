package feedforward.lesson;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;

/** The ticks in the contents, which {@code static/web/js/course.js} keeps in this browser. */
public abstract class CourseProgress implements JSObject {
    private CourseProgress() {}

    @JSTopLevel
    @JSProperty("FeedforwardCourse")
    public static native CourseProgress progress();

    /** The lesson's exercises are solved. */
    public abstract void done(String lesson);
}
