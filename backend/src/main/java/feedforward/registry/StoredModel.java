package feedforward.registry;

import feedforward.model.NetworkSpec;

/** A kept model: the hash of its weights, which is its name, and its network. */
public record StoredModel(String sha256, NetworkSpec network) {}
