package feedforward.page.bench;

import feedforward.bench.BenchRequest;
import feedforward.browser.AbortController;
import feedforward.browser.Script;
import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;

/** What the server measures for the page, one request at a time. Mutable. */
final class ServerBench {
    private static final String PATH = "/api/v1/bench";

    private final Listener listener;
    private AbortController stop;
    private int asked;

    ServerBench(Listener listener) {
        this.listener = listener;
    }

    /** News of what was asked for last; after {@code over} or {@code failed} there is none. */
    interface Listener {
        void measuring(double part);

        /** @param result as JSON */
        void measured(String result);

        void over();

        void failed(String reason);
    }

    void measure(BenchRequest request) {
        asked++;
        int number = asked;
        stop = Script.script()
                .postForLines(
                        PATH,
                        request.toJson().toString(),
                        line -> {
                            if (number == asked) {
                                hear(line);
                            }
                        },
                        () -> {
                            if (number == asked) {
                                fail("Its answer broke off; is it still running?");
                            }
                        });
    }

    /** Breaks off what was asked for; nothing more is heard of it. */
    void cancel() {
        asked++;
        stop.abort();
    }

    private void hear(String line) {
        try {
            tell(JsonFields.parse("Server", line));
        } catch (JsonFormatException e) {
            fail("Its answer could not be read.");
        }
    }

    private void tell(JsonFields news) {
        if (news.optional("part").isPresent()) {
            listener.measuring(news.number("part", 0, 1));
        } else if (news.optional("result").isPresent()) {
            listener.measured(news.field("result").rawObject().toString());
        } else if (news.optional("done").isPresent()) {
            asked++;
            listener.over();
        } else {
            fail(news.text("error"));
        }
    }

    private void fail(String reason) {
        asked++;
        listener.failed(reason);
    }
}
