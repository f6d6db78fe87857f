package titian.casework;

import titian.shared.ApplicationId;

/** Papers of an application went back to be mended; its place stays. */
public record PapersReturned(ApplicationId application) {}
