package feedforward.course;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** A vector or a matrix of doubles, as formulas on the page need them; row-major. */
public record Matrix(Shape shape, double[] values) {
    static Matrix vector(double... values) {
        return new Matrix(Shape.of(values.length), values);
    }

    /** All products u[i]·v[j]: [m], [n] → [m, n]. */
    Matrix outer(Matrix other) {
        if (shape.rank() != 1 || other.shape.rank() != 1) {
            throw new ShapeException("outer takes two vectors, but it was given " + shape + " and " + other.shape);
        }
        int n = other.values.length;
        double[] products = new double[values.length * n];
        for (int i = 0; i < products.length; i++) {
            products[i] = values[i / n] * other.values[i % n];
        }
        return new Matrix(Shape.of(values.length, n), products);
    }

    /** Element by element. */
    Matrix times(Matrix other) {
        if (!shape.equals(other.shape)) {
            throw new ShapeException("· multiplies element by element, so both sides need one shape, but they are "
                    + shape + " and " + other.shape);
        }
        double[] products = values.clone();
        for (int i = 0; i < products.length; i++) {
            products[i] *= other.values[i];
        }
        return new Matrix(shape, products);
    }

    Matrix times(double factor) {
        double[] products = values.clone();
        for (int i = 0; i < products.length; i++) {
            products[i] *= factor;
        }
        return new Matrix(shape, products);
    }
}
