package titian.application;

import titian.shared.ApplicationId;

/** The applicant gave the visit up. */
public record ApplicationCancelled(ApplicationId application) {}
