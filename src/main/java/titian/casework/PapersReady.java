package titian.casework;

import titian.shared.ApplicationId;

/** All papers of an application are good: whoever comes will not be turned away for one. */
public record PapersReady(ApplicationId application) {}
