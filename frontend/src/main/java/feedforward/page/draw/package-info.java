/** Drawing a digit, and a network that reads it. */
package feedforward.page.draw;
