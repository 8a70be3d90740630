package feedforward.page;

import feedforward.worker.WorkerMessage;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.workers.Worker;

/** The page: starts its worker and shows which device answers. */
public final class PageMain {
    private PageMain() {}

    public static void main(String[] args) {
        new Worker("/js/worker.js").onMessage(event -> {
            WorkerMessage message = (WorkerMessage) event.getData();
            if (message.getType().equals(WorkerMessage.READY)) {
                element("device-name").setInnerText(message.getText());
                element("device-name-footer").setInnerText(message.getText());
                element("device-badge").setAttribute("data-state", "ready");
            }
        });
    }

    private static HTMLElement element(String role) {
        return Window.current().getDocument().querySelector("[data-role=" + role + "]");
    }
}
