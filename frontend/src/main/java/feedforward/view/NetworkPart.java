package feedforward.view;

/** What a {@link NetworkPicture} is made of. Columns and rows count from 0, columns from the left, the inputs' first. */
public sealed interface NetworkPart {

    /** Where an arrow key leads. */
    enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    /** A circle. */
    record Unit(int column, int row) implements NetworkPart {

        @Override
        public String name(String[][] labels) {
            return labels[column][row];
        }

        @Override
        public boolean fits(String[][] labels) {
            return column < labels.length && row < labels[column].length;
        }

        @Override
        public NetworkPart step(Direction direction, int[] sizes) {
            return switch (direction) {
                case LEFT -> column == 0 ? this : new Weight(column - 1, 0, row);
                case RIGHT -> column == sizes.length - 1 ? this : new Weight(column, row, 0);
                case UP -> new Unit(column, Math.max(0, row - 1));
                case DOWN -> new Unit(column, Math.min(sizes[column] - 1, row + 1));
            };
        }
    }

    /** A line from row {@code from} of a column to row {@code to} of the next. */
    record Weight(int column, int from, int to) implements NetworkPart {

        @Override
        public String name(String[][] labels) {
            return labels[column][from] + " → " + labels[column + 1][to];
        }

        @Override
        public boolean fits(String[][] labels) {
            return new Unit(column, from).fits(labels) && new Unit(column + 1, to).fits(labels);
        }

        /** Up and down lead through all the weights between two columns, those of the first unit first. */
        @Override
        public NetworkPart step(Direction direction, int[] sizes) {
            return switch (direction) {
                case LEFT -> new Unit(column, from);
                case RIGHT -> new Unit(column + 1, to);
                case UP -> at(Math.max(0, from * sizes[column + 1] + to - 1), sizes);
                case DOWN ->
                    at(Math.min(sizes[column] * sizes[column + 1] - 1, from * sizes[column + 1] + to + 1), sizes);
            };
        }

        private Weight at(int place, int[] sizes) {
            return new Weight(column, place / sizes[column + 1], place % sizes[column + 1]);
        }
    }

    /** As it is called, by its units' labels: "h₁", "x₁ → h₁". */
    String name(String[][] labels);

    /** Whether a picture with these labels has this part: one that was drawn before the layers changed may have it no more. */
    boolean fits(String[][] labels);

    /** The part that an arrow key leads to: from a unit along its first weight, from a weight to either end; itself at an edge. */
    NetworkPart step(Direction direction, int[] sizes);
}
