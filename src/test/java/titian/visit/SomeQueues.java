package titian.visit;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionOperations;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.office.Policy;
import titian.office.Preset;
import titian.office.Split;
import titian.office.Template;
import titian.shared.OfficeId;
import titian.slot.Slot;
import titian.slot.SlotDesk;

/** Offices that work with a queue, for tests: each is a real one nobody else meets, with five places an hour. */
final class SomeQueues {

    static final int PLACES = 5;

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final List<String> NAMES = List.of(
            "balikpapan",
            "banjarmasin",
            "bantaeng",
            "baubau",
            "bone",
            "lhokseumawe",
            "gorontalo",
            "meulaboh",
            "manado",
            "takengon",
            "morowali",
            "ngurah-rai",
            "palopo",
            "parepare",
            "pohuwato",
            "polewali-mandar",
            "samarinda",
            "tabanan",
            "sibolga",
            "batulicin",
            "tanjung-redeb",
            "agam",
            "kotamobagu",
            "banggai",
            "labuan-bajo",
            "singaraja",
            "tembilahan",
            "kerinci",
            "kotabumi",
            "kalianda",
            "ranai",
            "tarempa",
            "muara-enim",
            "dabo-singkep",
            "selat-panjang");

    private final OfficeDesk offices;
    private final BookingDesk booking;
    private final SlotDesk slots;
    private final TransactionOperations transaction;
    private final Clock clock;

    SomeQueues(BeanFactory house) {
        this.offices = house.getBean(OfficeDesk.class);
        this.booking = house.getBean(BookingDesk.class);
        this.slots = house.getBean(SlotDesk.class);
        this.transaction = house.getBean(TransactionOperations.class);
        this.clock = house.getBean(Clock.class);
    }

    /** An office that follows this preset; its days come within the horizon, without a release. */
    OfficeId office(Preset preset) {
        var office = OfficeId.of("kanim-" + NAMES.get(TAKEN.getAndIncrement()));
        decide(office, offices.standard(preset, today(office)).releasing(null));
        var template = new Template(
                PLACES,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(15, 0),
                LocalTime.of(12, 0),
                LocalTime.of(13, 0),
                Split.ALL_PUBLIC);
        transaction.executeWithoutResult(_ -> {
            slots.planChanges(office, today(office), null);
            offices.plan(office, today(office), EnumSet.allOf(DayOfWeek.class), template);
        });
        while (slots.cutADay(office)) {
            Thread.onSpinWait();
        }
        return office;
    }

    void decide(OfficeId office, Policy policy) {
        offices.decide(office, today(office), policy);
    }

    LocalDate today(OfficeId office) {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().zone());
    }

    /** The hours of the first whole day that people may come, in order. */
    List<Slot> hours(OfficeId office) {
        booking.openDays(office);
        return booking.earliest(office, 3).stream()
                .map(slot -> LocalDate.ofInstant(
                        slot.startsAt(), offices.find(office).orElseThrow().zone()))
                .filter(day -> day.isAfter(today(office)))
                .findFirst()
                .map(day -> booking.day(office, day))
                .orElseThrow();
    }
}
