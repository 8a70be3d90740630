package feedforward.data;

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
    public void copy(int index, HostBatch batch, int row) {
        all.copy(order[index], batch, row);
    }
}
