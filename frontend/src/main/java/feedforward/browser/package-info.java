/** The parts of the browser's own interface that TeaVM's library lacks. Imports org.teavm only. */
package feedforward.browser;
