package titian.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import titian.shared.OfficeId;

/**
 * How many places a day a regional office allows, from a date on.
 *
 * @param office the office it was set for; absent where it holds for every office of the province
 */
public record Cap(String province, @Nullable OfficeId office, LocalDate from, int placesADay) {}
