package titian.slot;

import org.jspecify.annotations.Nullable;

/**
 * A window with room for all who come together, or two side by side.
 *
 * @param second where those go who find no place in the first
 */
public record Room(SlotId first, @Nullable SlotId second) {}
