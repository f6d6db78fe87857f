package titian.office;

import org.jspecify.annotations.Nullable;

/**
 * Where a person was first registered, as far as the first six digits of their number still tell: regencies and
 * districts are split and renumbered, a number never is (PP 40/2019 art. 30). A hint to warn by, never to refuse by.
 */
public record FirstRegistered(
        Region province, @Nullable Region regency, @Nullable Region district) {}
