package titian.application;

import titian.shared.ApplicationId;

/** The office said no to an application. */
public record ApplicationTurnedDown(ApplicationId application) {}
