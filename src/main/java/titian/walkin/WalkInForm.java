package titian.walkin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.application.Reference;
import titian.form.Typing;
import titian.registry.RegistryDesk;
import titian.requirement.RequestedService;
import titian.shared.Nik;
import titian.shared.PriorityGroup;
import titian.slot.SlotId;
import titian.web.TypedDate;

/**
 * Somebody who comes without a booking, as an officer typed it.
 *
 * @param kunci    the page's own name, printed into it
 * @param siapa    the number by which somebody was looked for
 * @param formulir the number of the form that goes in; without one everything is handed over at the counter
 */
record WalkInForm(
        String kunci,
        String siapa,
        String formulir,
        String fullName,
        String nik,
        TypedDate birthDate,
        String what,
        String group,
        String slot) {

    private static final int ADULT = 17;
    private static final int OLDEST = 120;

    WalkInForm(
            @Nullable String kunci,
            @Nullable String siapa,
            @Nullable String formulir,
            @Nullable String fullName,
            @Nullable String nik,
            @Nullable TypedDate birthDate,
            @Nullable String what,
            @Nullable String group,
            @Nullable String slot) {
        this.kunci = Typing.line(kunci);
        this.siapa = Typing.line(siapa);
        this.formulir = Typing.line(formulir);
        this.fullName = Typing.capitals(fullName);
        this.nik = Nik.tidy(Typing.line(nik));
        this.birthDate = Typing.date(birthDate);
        this.what = Typing.line(what);
        this.group = Typing.line(group);
        this.slot = Typing.line(slot);
    }

    /** A page for somebody who was looked for by this number. */
    static WalkInForm of(String siapa, @Nullable Nik nik, String formulir, String slot) {
        return new WalkInForm(
                UUID.randomUUID().toString(),
                siapa,
                formulir,
                "",
                nik == null ? "" : nik.value(),
                TypedDate.BLANK,
                "",
                "",
                slot);
    }

    /** The same for whoever may look for nobody's form. */
    WalkInForm withoutForm() {
        return new WalkInForm(kunci, "", "", fullName, nik, birthDate, what, "", slot);
    }

    void check(Errors problems, Station station, LocalDate today) {
        if (formulir.isEmpty()) {
            checkPerson(problems, today);
        }
        if (station == Station.DOOR && priorityGroup().isEmpty()) {
            problems.rejectValue("group", "walkin.group.missing");
        }
        if (slotId().isEmpty()) {
            problems.rejectValue("slot", "walkin.slot.missing");
        }
    }

    private void checkPerson(Errors problems, LocalDate today) {
        if (fullName.isEmpty()) {
            problems.rejectValue("fullName", "form.full-name.missing");
        } else if (!fullName.matches(Typing.NAME)) {
            problems.rejectValue("fullName", "form.full-name.malformed");
        } else if (fullName.length() > Typing.LONGEST_NAME) {
            problems.rejectValue("fullName", "form.full-name.long");
        }
        if (nik.isEmpty()) {
            problems.rejectValue("nik", "form.nik.missing");
        }
        Typing.mustBeNik(problems, "nik", nik);
        Typing.mustBeBetween(problems, "birthDate", birthDate, today.minusYears(OLDEST), today, "form.birth-date");
        if (!what.equals("new") && !what.equals("replace")) {
            problems.rejectValue("what", "walkin.what.missing");
        }
    }

    Optional<UUID> key() {
        return uuid(kunci);
    }

    Optional<SlotId> slotId() {
        return uuid(slot).map(SlotId::new);
    }

    Optional<PriorityGroup> priorityGroup() {
        return PriorityGroup.of(group);
    }

    Optional<Reference> reference() {
        return Reference.read(formulir);
    }

    RegistryDesk.Person person() {
        return new RegistryDesk.Person(new Nik(nik), fullName, birthDate.date().orElseThrow());
    }

    RequestedService service(LocalDate today) {
        var child = birthDate.date().orElseThrow().isAfter(today.minusYears(ADULT));
        return what.equals("new")
                ? child ? RequestedService.NEW_CHILD : RequestedService.NEW_ADULT
                : child ? RequestedService.REPLACE_CHILD : RequestedService.REPLACE_EXPIRY;
    }

    private static Optional<UUID> uuid(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "walk-in form";
    }
}
