package feedforward.page;

import feedforward.page.bench.BenchSection;

/** Starts the page that measures, as a program of its own: so the course's page need not carry it. */
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] args) {
        new BenchSection();
    }
}
