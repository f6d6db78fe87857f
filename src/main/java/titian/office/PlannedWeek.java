package titian.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an office's own week: which days of the week it plans, and from when until when.
 *
 * @param until the last day, absent for what holds until something later begins
 */
public record PlannedWeek(LocalDate from, @Nullable LocalDate until, Map<DayOfWeek, Template> days) {}
