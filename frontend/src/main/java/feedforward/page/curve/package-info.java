/** The course's first curve, fitted in the page. */
package feedforward.page.curve;
