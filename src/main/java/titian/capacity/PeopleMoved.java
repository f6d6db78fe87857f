package titian.capacity;

import java.util.List;
import titian.shared.ApplicationId;

/** People who were asked to move chose another time, and have it. */
public record PeopleMoved(List<ApplicationId> applications) {}
