/**
 * The JSON and the files of everything that crosses between page, worker, server and disk. Whatever comes in is checked
 * here, once. Imports train, json and everything train may import.
 */
package feedforward.wire;
