package titian.change;

import titian.shared.ApplicationId;

/** The visit has another time: same place, same code, same pass. */
public record VisitMoved(ApplicationId application) {}
