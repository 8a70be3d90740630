package feedforward.data;

import feedforward.device.Buffer;
import feedforward.tensor.Shape;

/** Some examples of a larger set, in an order of their own. */
record SelectedExamples(Examples all, int[] order) implements Examples {
    SelectedExamples {
        order = order.clone();
    }

    @Override
    public int count() {
        return order.length;
    }

    @Override
    public Shape features() {
        return all.features();
    }

    @Override
    public int targets() {
        return all.targets();
    }

    @Override
    public Shape target() {
        return all.target();
    }

    @Override
    public int vocabulary() {
        return all.vocabulary();
    }

    /** As the whole: what is selected of such examples is a stretch of them. */
    @Override
    public boolean continuous() {
        return all.continuous();
    }

    @Override
    public void copy(int index, HostBatch batch, int row) {
        all.copy(order[index], batch, row);
    }

    @Override
    public void send(int index, HostBatch host, int row, Buffer x, int width) {
        all.send(order[index], host, row, x, width);
    }
}
