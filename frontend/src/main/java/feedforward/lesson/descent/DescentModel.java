package feedforward.lesson.descent;

import feedforward.course.CostSurface;
import java.util.function.Supplier;

/** A model whose cost the lesson shows, and the part of the plane to show. */
enum DescentModel {
    LINE(
            "line",
            CostSurface::line,
            "slope m",
            "height b",
            new double[] {-1.2, 1.2, -0.4, 1.2},
            new double[] {-0.9, 1},
            "0.5"),
    LOGISTIC(
            "logistic",
            CostSurface::logistic,
            "slope m",
            "height b",
            new double[] {-6, 6, -4, 4},
            new double[] {-4.5, 2.5},
            "4"),
    NETWORK(
            "network",
            CostSurface::network,
            "u, along the way",
            "v, across it",
            new double[] {-1.2, 1.6, -1, 1},
            new double[] {0, 0},
            "0.5");

    private final String id;
    private final Supplier<CostSurface> surface;
    private final String uName;
    private final String vName;
    private final double[] bounds;
    private final double[] start;
    private final String rate;

    DescentModel(
            String id,
            Supplier<CostSurface> surface,
            String uName,
            String vName,
            double[] bounds,
            double[] start,
            String rate) {
        this.id = id;
        this.surface = surface;
        this.uName = uName;
        this.vName = vName;
        this.bounds = bounds;
        this.start = start;
        this.rate = rate;
    }

    /** By the name that links and the page use; the line if there is none such. */
    static DescentModel named(String id) {
        for (DescentModel model : values()) {
            if (model.id.equals(id)) {
                return model;
            }
        }
        return LINE;
    }

    String id() {
        return id;
    }

    CostSurface surface() {
        return surface.get();
    }

    String uName() {
        return uName;
    }

    String vName() {
        return vName;
    }

    double leastU() {
        return bounds[0];
    }

    double mostU() {
        return bounds[1];
    }

    double leastV() {
        return bounds[2];
    }

    double mostV() {
        return bounds[3];
    }

    double startU() {
        return start[0];
    }

    double startV() {
        return start[1];
    }

    /** The usual learning rate. */
    String rate() {
        return rate;
    }
}
