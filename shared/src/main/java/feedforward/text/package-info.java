/**
 * Text that every other package may need: strict UTF-8 and grouped digits for messages.
 *
 * <p>Imports nothing of ours. It depends on no locale and no platform charset, so a message and a byte are the same
 * everywhere.
 */
package feedforward.text;
