/**
 * What the lessons of the course compute beside training itself. May import the whole engine; only the page imports it.
 */
package feedforward.course;
