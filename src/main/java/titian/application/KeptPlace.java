package titian.application;

import java.time.Instant;
import titian.booking.AppointmentId;

/** A place that is kept for somebody who paid late and whose own had gone: theirs until then, if they say so. */
public record KeptPlace(AppointmentId appointment, Instant until) {}
