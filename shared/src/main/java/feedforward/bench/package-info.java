/**
 * The workloads that our speed is measured by, the same as those of other engines' measurements: same shapes, same first
 * weights, same order of data. Imports train, json and everything train may import; the clock comes from outside.
 */
package feedforward.bench;
