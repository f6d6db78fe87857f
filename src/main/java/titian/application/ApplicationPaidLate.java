package titian.application;

import titian.shared.ApplicationId;

/** The fee was paid after the place had gone to someone else: the money is safe, a new time is to be chosen. */
public record ApplicationPaidLate(ApplicationId application) {}
