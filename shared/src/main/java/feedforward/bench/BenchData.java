package feedforward.bench;

import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.HostBatch;

/** Examples as one host array, from which every step copies its batch: x [count, features], t [count, targets]. */
final class BenchData {
    private static final int CURVE_POINTS = 40;

    private final int count;
    private final HostBatch host;
    private final int features;
    private final int targets;

    private BenchData(int count, HostBatch host, int features, int targets) {
        this.count = count;
        this.host = host;
        this.features = features;
        this.targets = targets;
    }

    static BenchData of(Examples examples) {
        int features = examples.features().elements();
        int count = examples.count();
        HostBatch host = new HostBatch(new float[count * features], new float[count * examples.targets()]);
        for (int i = 0; i < count; i++) {
            examples.copy(i, host, i);
        }
        return new BenchData(count, host, features, examples.targets());
    }

    static BenchData train(Dataset dataset) {
        return of(dataset.train());
    }

    static BenchData test(Dataset dataset) {
        return of(dataset.test());
    }

    /** W6's data: 40 points of sin 3x on [−1, 1]. */
    static BenchData sine() {
        float[] x = new float[CURVE_POINTS];
        float[] t = new float[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            double place = -1 + 2.0 * i / (CURVE_POINTS - 1);
            x[i] = (float) place;
            t[i] = (float) sine(3 * place);
        }
        return new BenchData(CURVE_POINTS, new HostBatch(x, t), 1, 1);
    }

    /** W4's text in windows, in the order in which batches of {@link BenchText#STREAMS} take them. */
    static BenchData text() {
        HostBatch host = BenchText.windows();
        int count = host.x().length / BenchText.WINDOW;
        return new BenchData(count, host, BenchText.WINDOW, BenchText.WINDOW * BenchText.VOCABULARY);
    }

    /** Copies batch {@code step}, counted round the whole batches of the data in their own order. */
    void copy(int step, BenchBatch batch) {
        int first = step % (count / batch.size()) * batch.size();
        batch.x().buffer().write(0, host.x(), first * features, batch.size() * features);
        batch.t().buffer().write(0, host.t(), first * targets, batch.size() * targets);
    }

    int targets() {
        return targets;
    }

    /** Taylor's series, exact to a double's last digits for |angle| ≤ 3: the platforms' own functions may differ. */
    private static double sine(double angle) {
        double term = angle;
        double sum = angle;
        for (int n = 2; n < 40; n += 2) {
            term *= -angle * angle / (n * (n + 1));
            sum += term;
        }
        return sum;
    }
}
