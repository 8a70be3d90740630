/** The bench page: the same work measured in the page and on the server. */
package feedforward.page.bench;
