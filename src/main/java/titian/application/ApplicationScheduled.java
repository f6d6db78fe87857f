package titian.application;

import titian.shared.ApplicationId;

/** The fee has been paid and the visit is certain. */
public record ApplicationScheduled(ApplicationId application) {}
