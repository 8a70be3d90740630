/** The command line: one file per subcommand. Imports everything. The last line of standard output is the answer, in JSON. */
package feedforward.cli;
