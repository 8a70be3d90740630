package feedforward.course;

/**
 * What is wrong with a network, in sentences for a student.
 *
 * @param finding what is seen, with its numbers
 * @param reason why that happens
 * @param wayOut what to do about it
 */
public record HealthMessage(Ailment ailment, String finding, String reason, String wayOut) {}
