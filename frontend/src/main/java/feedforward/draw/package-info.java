/** Drawing a digit, and a network that reads it: on the front page, and in lessons. Imports shared, page, view, browser. */
package feedforward.draw;
