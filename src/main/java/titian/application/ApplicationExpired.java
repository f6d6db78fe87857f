package titian.application;

import titian.shared.ApplicationId;

/** Nobody paid in time: the place was given back, the form stays. */
public record ApplicationExpired(ApplicationId application) {}
