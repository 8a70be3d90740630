/**
 * A classifier of digits looked at closely, wherever one stands in a lesson: what it confuses, its worst mistakes, its accuracy by
 * class, its weights as pictures. Imports shared, page, view, browser.
 */
package feedforward.evaluation;
