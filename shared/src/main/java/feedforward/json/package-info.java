/**
 * Reading JSON that came from outside: strict, bounded, with errors that name the place.
 *
 * <p>{@link feedforward.json.StrictJson} turns text into values, {@link feedforward.json.JsonFields} turns an object's
 * fields into checked Java values. Writing needs nothing here: minimal-json's {@code JsonObject} does it.
 * May import {@code feedforward.text} and minimal-json.
 */
package feedforward.json;
