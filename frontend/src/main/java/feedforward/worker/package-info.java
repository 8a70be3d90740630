/**
 * The training worker: a thread of the browser in which a run goes on while the page stays free. Imports shared and
 * {@code browser}.
 */
package feedforward.worker;
