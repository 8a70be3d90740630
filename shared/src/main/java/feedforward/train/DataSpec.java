package feedforward.train;

import feedforward.data.Dataset;

/**
 * Which data a run learns from.
 *
 * @param name such as "mnist"
 * @param sha256 the hash of the data, 64 hexadecimal digits
 * @param holdOut how many training examples to hold out, drawn by the run's seed, and judge by instead of the test set; 0
 *     for none
 */
public record DataSpec(String name, String sha256, int holdOut) {

    /** @throws IllegalArgumentException if the hash is not one, or holdOut is negative */
    public DataSpec {
        if (!isHash(sha256)) {
            throw new IllegalArgumentException("RunSpec data sha256: expected 64 hexadecimal digits but was "
                    + (sha256.length() <= 80 ? '"' + sha256 + '"' : sha256.length() + " characters"));
        }
        if (holdOut < 0) {
            throw new IllegalArgumentException("RunSpec holdOut: expected 0 or more but was " + holdOut);
        }
    }

    /** The data a run with this seed uses: {@code dataset} with the held-out part set aside. */
    Dataset select(Dataset dataset, long seed) {
        if (!dataset.name().equals(name) || !dataset.sha256().equals(sha256)) {
            throw new IllegalArgumentException("RunSpec data: expected \"" + name + "\" with SHA-256 " + sha256
                    + " but was \"" + dataset.name() + "\" with " + dataset.sha256());
        }
        return dataset.holdOut(holdOut, seed);
    }

    private static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
