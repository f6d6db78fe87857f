package titian.casework;

import titian.shared.ApplicationId;

/** The day by which papers of an application were to be mended has passed without them; its place stays. */
public record PapersUnmended(ApplicationId application) {}
