package titian.officer;

import java.util.UUID;

/** Somebody was asked to become an officer, and is to have a letter with the way in. */
public record OfficerInvited(UUID invitation) {}
