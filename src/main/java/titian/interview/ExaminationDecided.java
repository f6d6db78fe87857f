package titian.interview;

import titian.shared.ApplicationId;

/** The head of an office decided on an examination. */
public record ExaminationDecided(ApplicationId application) {}
