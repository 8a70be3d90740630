/** The HTTP edge: routes, one file per concern, and what every response carries. Imports datasets, files, jobs, registry and shared. */
package feedforward.http;
