/** The HTTP edge: routes, one file per concern, and what every response carries. Imports datasets, jobs, registry and shared. */
package feedforward.http;
