package titian.application;

import titian.shared.ApplicationId;

/** A draft and all its answers were thrown away. */
public record ApplicationDiscarded(ApplicationId application) {}
