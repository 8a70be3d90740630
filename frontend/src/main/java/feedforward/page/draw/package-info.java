/** The front page's figure of a drawn digit: the networks that read it, and what they are. */
package feedforward.page.draw;
