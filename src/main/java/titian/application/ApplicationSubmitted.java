package titian.application;

import titian.shared.ApplicationId;

/** An application has gone in, and its place is held until it is paid for. */
public record ApplicationSubmitted(ApplicationId application) {}
