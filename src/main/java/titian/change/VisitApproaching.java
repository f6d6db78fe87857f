package titian.change;

import titian.shared.ApplicationId;

/** The visit is three days or one day away. */
public record VisitApproaching(ApplicationId application) {}
