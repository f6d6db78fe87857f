package titian.shared;

/**
 * For whom a place is kept: everyone; people for whom an officer books, by telephone or at the desk; people with
 * precedence by law (60 and older, under five, pregnant, disabled, ill); or a partner institution's group.
 */
public enum Channel {
    PUBLIC,
    ASSISTED,
    PRIORITY,
    PARTNER
}
