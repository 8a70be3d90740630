package feedforward.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8ClampedArray;
import org.teavm.jso.workers.Worker;

/**
 * The functions of {@code static/web/js/browser.js}. They are not {@code @JSBody}s, whose texts a browser would have to
 * compile, which our Content-Security-Policy forbids.
 */
public abstract class Script implements JSObject {
    @JSTopLevel
    @JSProperty("FeedforwardScript")
    public static native Script script();

    /** Starts a training worker. */
    public abstract Worker startWorker();

    /** Asks for a resource of this server. */
    public abstract JSPromise<Response> get(String url);

    /** Sends a body; {@code method} is POST or DELETE. */
    public abstract JSPromise<Response> send(String method, String url, String contentType, JSObject body);

    /** Posts JSON and hears of each line of the answer as it comes, then of its end, however it ends. */
    public abstract AbortController postForLines(String url, String json, Line line, End end);

    /** An object {type, run, text}. */
    public abstract JSObject textMessage(String type, int run, String text);

    /** An object {type, run, payload}. */
    public abstract JSObject payloadMessage(String type, int run, JSObject payload);

    /** The text behind a percent-encoded one; the text itself where that is malformed. */
    public abstract String decode(String text);

    /** Whether nobody can see the page: another tab is in front, or the window is minimised. */
    public abstract boolean pageIsHidden();

    /** Changes the address's query without a new entry in the history and without loading anything. */
    public abstract void replaceQuery(String query);

    /** A custom property of the style sheets in the theme in force, such as "--model". */
    public abstract String styleToken(String name);

    /** A copy of a template's one element. */
    public abstract HTMLElement copyOfTemplate(HTMLElement template);

    /** The same bytes, read as 0 … 255. */
    public abstract Uint8ClampedArray bytesOf(Int8Array array);

    /** Hears why a worker broke down: whatever was thrown in it and caught nowhere. */
    public abstract void listenToBreakdown(Worker worker, Breakdown breakdown);

    /** Hears of one stroke at a time, in units of the element's width and height. */
    public abstract void listenToPen(HTMLElement element, Place down, Place move, End up);

    /** Hears when an element has become wider or narrower. */
    public abstract void listenToWidth(HTMLElement element, End changed);

    /**
     * Reads each file that the visitor chooses in a file field.
     *
     * @param largest how many bytes it may have
     */
    public abstract void listenToFile(HTMLInputElement field, int largest, Arrival arrival, Refusal refusal);

    /** Where what had the focus was just hidden or switched off, what stands nearest to it takes the focus. */
    public abstract void keepFocus();

    /** The nearest element around one that fits a selector. */
    public abstract HTMLElement closest(HTMLElement element, String selector);

    /** Lets the visitor keep bytes as a file. */
    public abstract void save(Int8Array bytes, String name);

    /** Lets the visitor keep as a file what an address of this server gives. */
    public abstract void download(String url, String name);

    /** Copies an element's text; where a browser forbids that, selects it. */
    public abstract void copyText(HTMLElement element, Copied copied);

    /** See {@code chart.js}. */
    public abstract void drawChart(HTMLElement frame, String options, JSArray<JSObject> columns);

    /** A place of the pen on the element. */
    @JSFunctor
    public interface Place extends JSObject {
        void at(float x, float y);
    }

    /** A line of text. */
    @JSFunctor
    public interface Line extends JSObject {
        void arrived(String text);
    }

    /** Whether a text was copied or only selected. */
    @JSFunctor
    public interface Copied extends JSObject {
        void happened(boolean copied);
    }

    /** The pen was lifted, the answer is over, the width is another. */
    @JSFunctor
    public interface End extends JSObject {
        void happened();
    }

    /** In the browser's words. */
    @JSFunctor
    public interface Breakdown extends JSObject {
        void happened(String reason);
    }

    /** A file's name and bytes. */
    @JSFunctor
    public interface Arrival extends JSObject {
        void arrived(String name, Int8Array bytes);
    }

    /** A file's name, and why there are no bytes. */
    @JSFunctor
    public interface Refusal extends JSObject {
        void refused(String name, String reason);
    }
}
