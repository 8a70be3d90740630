/** Training one run in the page and on the server, side by side. */
package feedforward.page.train;
