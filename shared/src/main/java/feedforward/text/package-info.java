/**
 * Text that every other package may need: strict UTF-8, grouped digits for messages, parts between separators.
 *
 * <p>Imports nothing of ours. It depends on no locale and no platform charset, so a message and a byte are the same
 * everywhere.
 */
package feedforward.text;
