package titian.application;

import titian.shared.ApplicationId;

/** The visit of an application is over: the person was served, did not come, or gave it up. */
public record VisitEnded(ApplicationId application) {}
