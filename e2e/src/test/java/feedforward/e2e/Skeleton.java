package feedforward.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * The centre lines of a handwritten digit's ink: how a test draws a real MNIST image with the mouse.
 *
 * <p>The image is enlarged {@value #ZOOM} times (bilinear), thresholded at half of full ink, thinned to lines one pixel
 * wide by Zhang and Suen's algorithm, and the lines are followed into strokes, going straight on at crossings.
 *
 * <p>Source: T. Y. Zhang, C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", 1984.
 */
final class Skeleton {
    /** A place on the image: x 0…28 from the left, y 0…28 from the top, the centre of pixel i being at i + ½. */
    record Point(double x, double y) {}

    private static final int SIDE = 28;
    private static final int ZOOM = 6;
    private static final int SIZE = SIDE * ZOOM;
    private static final int HALF_INK = 128;
    private static final int SHORTEST_BRANCH = ZOOM;
    private static final int SMOOTHING = ZOOM / 2;

    /** The eight neighbours, clockwise from the one above. */
    private static final int[] ROUND = {-SIZE, -SIZE + 1, 1, SIZE + 1, SIZE, SIZE - 1, -1, -SIZE - 1};

    private final boolean[] line;
    private final boolean[] drawn = new boolean[SIZE * SIZE];

    private Skeleton(boolean[] line) {
        this.line = line;
    }

    /**
     * The strokes of an image of 28×28 bytes, row by row, 0 paper and 255 ink.
     *
     * @return strokes of at least one point each; none for blank paper
     */
    static List<List<Point>> strokes(byte[] image) {
        if (image.length != SIDE * SIDE) {
            throw new IllegalArgumentException("Skeleton: expected 784 pixels but was " + image.length);
        }
        boolean[] ink = enlarge(image);
        boolean thinner = true;
        while (thinner) {
            thinner = thin(ink, 0);
            thinner |= thin(ink, 4);
        }
        return new Skeleton(ink).follow();
    }

    /** The outermost ring stays paper, so that each inked pixel has eight neighbours. */
    private static boolean[] enlarge(byte[] image) {
        boolean[] ink = new boolean[SIZE * SIZE];
        for (int row = 1; row < SIZE - 1; row++) {
            for (int column = 1; column < SIZE - 1; column++) {
                double y = (row + 0.5) / ZOOM - 0.5;
                double x = (column + 0.5) / ZOOM - 0.5;
                int top = (int) Math.floor(y);
                int left = (int) Math.floor(x);
                double down = y - top;
                double right = x - left;
                double upper = pixel(image, top, left) * (1 - right) + pixel(image, top, left + 1) * right;
                double lower = pixel(image, top + 1, left) * (1 - right) + pixel(image, top + 1, left + 1) * right;
                ink[row * SIZE + column] = upper * (1 - down) + lower * down >= HALF_INK;
            }
        }
        return ink;
    }

    private static int pixel(byte[] image, int row, int column) {
        boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        return inside ? image[row * SIDE + column] & 0xff : 0;
    }

    /**
     * One half-pass: a pixel with 2…6 inked neighbours and exactly one step from paper to ink around it goes, if it
     * lies on the south-east border or is a north-west corner ({@code turn} 0), or the other way round ({@code turn} 4).
     *
     * @return whether anything went
     */
    private static boolean thin(boolean[] ink, int turn) {
        List<Integer> going = new ArrayList<>();
        for (int at = SIZE; at < ink.length - SIZE; at++) {
            if (ink[at] && isBorder(ink, at, turn)) {
                going.add(at);
            }
        }
        going.forEach(at -> ink[at] = false);
        return !going.isEmpty();
    }

    private static boolean isBorder(boolean[] ink, int at, int turn) {
        int inked = 0;
        int steps = 0;
        for (int k = 0; k < 8; k++) {
            boolean here = ink[at + ROUND[k]];
            inked += here ? 1 : 0;
            steps += !here && ink[at + ROUND[(k + 1) % 8]] ? 1 : 0;
        }
        boolean up = ink[at + ROUND[turn]];
        boolean right = ink[at + ROUND[(turn + 2) % 8]];
        boolean down = ink[at + ROUND[(turn + 4) % 8]];
        boolean left = ink[at + ROUND[(turn + 6) % 8]];
        return inked >= 2 && inked <= 6 && steps == 1 && !(up && right && down) && !(right && down && left);
    }

    private List<List<Point>> follow() {
        List<List<Point>> strokes = new ArrayList<>();
        for (int start = nextStart(); start >= 0; start = nextStart()) {
            List<Integer> path = walk(start);
            boolean isSpur = !strokes.isEmpty() && path.size() < SHORTEST_BRANCH;
            if (!isSpur) {
                strokes.add(smooth(path));
            }
        }
        return strokes;
    }

    /** An end of a line that is not drawn yet, else any pixel of one (a loop), else −1. */
    private int nextStart() {
        int start = -1;
        int fewest = 9;
        for (int at = 0; at < line.length; at++) {
            if (line[at] && !drawn[at]) {
                int open = openNeighbours(at);
                if (open < fewest) {
                    start = at;
                    fewest = open;
                }
            }
        }
        return start;
    }

    private int openNeighbours(int at) {
        int open = 0;
        for (int step : ROUND) {
            open += line[at + step] && !drawn[at + step] ? 1 : 0;
        }
        return open;
    }

    /** From {@code start} along pixels not drawn yet, joined at either end to a line already there. */
    private List<Integer> walk(int start) {
        List<Integer> path = new ArrayList<>();
        int joint = drawnNeighbour(start, path);
        if (joint >= 0) {
            path.add(joint);
        }
        int at = start;
        int heading = -1;
        int straightest = 0;
        while (straightest >= 0) {
            path.add(at);
            drawn[at] = true;
            straightest = straightest(at, heading);
            if (straightest >= 0) {
                heading = straightest;
                at += ROUND[straightest];
            }
        }
        joint = drawnNeighbour(at, path.subList(Math.max(0, path.size() - 4), path.size()));
        if (joint >= 0) {
            path.add(joint);
        }
        return path;
    }

    private int drawnNeighbour(int at, List<Integer> except) {
        for (int step : ROUND) {
            if (drawn[at + step] && !except.contains(at + step)) {
                return at + step;
            }
        }
        return -1;
    }

    /** Which neighbour continues {@code heading} most nearly; edges before corners; −1 if none is left. */
    private int straightest(int at, int heading) {
        int best = -1;
        int leastTurn = 9;
        for (int k = 0; k < 8; k++) {
            int turn = heading < 0 ? 0 : Math.min((k - heading + 8) % 8, (heading - k + 8) % 8);
            boolean open = line[at + ROUND[k]] && !drawn[at + ROUND[k]];
            if (open && 2 * turn + k % 2 < leastTurn) {
                best = k;
                leastTurn = 2 * turn + k % 2;
            }
        }
        return best;
    }

    /** One point in three, each the mean of its neighbours along the path, of fewer towards the ends, which stay. */
    private static List<Point> smooth(List<Integer> path) {
        List<Point> points = new ArrayList<>();
        int last = path.size() - 1;
        for (int k = 0; k <= last; k++) {
            if (k % SMOOTHING != 0 && k != last) {
                continue;
            }
            int reach = Math.min(SMOOTHING, Math.min(k, last - k));
            double x = 0;
            double y = 0;
            for (int near = k - reach; near <= k + reach; near++) {
                x += path.get(near) % SIZE + 0.5;
                y += path.get(near) / SIZE + 0.5;
            }
            double scale = ZOOM * (2 * reach + 1);
            points.add(new Point(x / scale, y / scale));
        }
        return points;
    }
}
