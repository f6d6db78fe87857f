package titian.shared;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom the law lets go first (kelompok rentan): Permenkumham 25/2023 on services that respect human rights, and the
 * circular IMI-UM.01.01-2435/2018 on passports.
 */
public enum PriorityGroup {
    ELDERLY,
    TODDLER,
    PREGNANT,
    DISABLED,
    ILL;

    private static final int OLD = 60;
    private static final int CHILD = 5;

    public static Optional<PriorityGroup> of(String name) {
        return Stream.of(values()).filter(group -> group.name().equals(name)).findFirst();
    }

    /** Whether somebody born that day can be one of them. What only a look tells, the officer has seen. */
    public boolean mayHold(LocalDate birthDate, LocalDate today) {
        return switch (this) {
            case ELDERLY -> !birthDate.isAfter(today.minusYears(OLD));
            case TODDLER -> birthDate.isAfter(today.minusYears(CHILD));
            case PREGNANT, DISABLED, ILL -> true;
        };
    }
}
