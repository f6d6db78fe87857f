package titian.document;

import titian.shared.ApplicationId;

/** A file of this application counts now that did not count before; told inside the transaction that makes it so. */
public record DocumentHandedIn(ApplicationId application) {}
