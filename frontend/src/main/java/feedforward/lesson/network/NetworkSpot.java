package feedforward.lesson.network;

import feedforward.course.TwoLayers;

/** What is pointed at: a letter as a whole, one weight, or one unit. Rows and columns count from 0. */
sealed interface NetworkSpot {

    /** X, W₁, b₁, H, W₂, b₂ or Y. */
    record Whole(NetworkTerm term) implements NetworkSpot {
        @Override
        public boolean lights(NetworkTerm other) {
            return term == other;
        }

        @Override
        public boolean lightsWeight(int layer, int from, int to) {
            return term == weights(layer);
        }

        @Override
        public boolean lightsUnit(int column, int row) {
            return switch (term) {
                case X -> column == 0;
                case B1, H -> column == 1;
                case B2, Y -> column == 2;
                case W1, W2 -> false;
            };
        }

        @Override
        public String words(TwoLayers net) {
            return term.words(net);
        }
    }

    /** The weight from a unit of one column to a unit of the next. */
    record Weight(int layer, int from, int to) implements NetworkSpot {
        @Override
        public boolean lights(NetworkTerm term) {
            return term == weights(layer);
        }

        @Override
        public boolean lightsWeight(int otherLayer, int otherFrom, int otherTo) {
            return layer == otherLayer && from == otherFrom && to == otherTo;
        }

        @Override
        public boolean lightsUnit(int column, int row) {
            return false;
        }

        @Override
        public String words(TwoLayers net) {
            return weights(layer).letter() + ", row " + (from + 1) + ", column " + (to + 1) + ": the weight from "
                    + unit(layer, from) + " to " + unit(layer + 1, to) + ".";
        }
    }

    /** A unit; with it the weights that lead to it light up, with an input those that lead away. */
    record Unit(int column, int row) implements NetworkSpot {
        @Override
        public boolean lights(NetworkTerm term) {
            return switch (term) {
                case X, W1 -> column == 0 || term == NetworkTerm.W1 && column == 1;
                case B1, H -> column == 1;
                case W2, B2, Y -> column == 2;
            };
        }

        @Override
        public boolean lightsWeight(int layer, int from, int to) {
            return column == 0 ? layer == 0 && from == row : layer == column - 1 && to == row;
        }

        @Override
        public boolean lightsUnit(int otherColumn, int otherRow) {
            return column == otherColumn && row == otherRow;
        }

        @Override
        public String words(TwoLayers net) {
            String number = Integer.toString(row + 1);
            if (column == 0) {
                return unit(0, row) + ": column " + number + " of X. The lines that leave it are row " + number
                        + " of W₁.";
            }
            return unit(column, row) + " = " + sum(net) + ". The lines that reach it are column " + number + " of "
                    + weights(column - 1).letter() + ".";
        }

        private String sum(TwoLayers net) {
            StringBuilder sum = new StringBuilder();
            int inputs = column == 1 ? net.inputs() : net.hidden();
            for (int from = 0; from < inputs; from++) {
                sum.append(unit(column - 1, from)).append("·w");
                sum.append(index(from)).append(index(row)).append(" + ");
            }
            sum.append('b').append(index(row));
            return column == 1 ? "f(" + sum + ")" : sum.toString();
        }
    }

    /** Whether this letter of the equations lights up. */
    boolean lights(NetworkTerm term);

    /** Whether the weight in this row and column of W₁ (layer 0) or W₂ does. */
    boolean lightsWeight(int layer, int from, int to);

    boolean lightsUnit(int column, int row);

    /** What it is, in a sentence or two. */
    String words(TwoLayers net);

    private static NetworkTerm weights(int layer) {
        return layer == 0 ? NetworkTerm.W1 : NetworkTerm.W2;
    }

    /** x₁, h₁ or y₁. */
    static String unit(int column, int row) {
        return "xhy".charAt(column) + index(row);
    }

    private static String index(int row) {
        return Character.toString((char) ('₁' + row));
    }
}
