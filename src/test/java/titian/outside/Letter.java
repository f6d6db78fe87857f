package titian.outside;

import java.time.Instant;

/** A letter that arrived: who it is for and when it came. Its content lies beside the register as it was sent. */
record Letter(long id, String to, String from, String subject, Instant at) {}
