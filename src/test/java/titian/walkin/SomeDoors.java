package titian.walkin;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionOperations;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.Split;
import titian.office.Template;
import titian.outside.World;
import titian.partner.PartnerDesk;
import titian.queue.Officer;
import titian.registry.RegistryAnswer;
import titian.requirement.RequestedService;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.PriorityGroup;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SetAsideDesk;
import titian.slot.Slot;
import titian.slot.SlotDesk;

/**
 * Doors of offices nobody else's test meets: each hour two places for everyone, two for whom somebody helps, four for whom
 * the law lets go first.
 */
final class SomeDoors {

    static final int PRIORITY_PLACES = 4;

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final List<String> NAMES =
            List.of("entikong", "sambas", "sanggau", "putussibau", "singkawang", "pontianak", "palangka-raya");
    private static final Split SET_ASIDE = new Split(25, 25, 50, 0);

    final Office office;
    private final OfficeDesk offices;
    private final SlotDesk slots;
    private final SetAsideDesk setAside;
    private final AccountDesk accounts;
    private final TransactionOperations transaction;
    private final World world;
    private final Clock clock;

    SomeDoors(BeanFactory house) {
        this(house, NAMES.get(TAKEN.getAndIncrement() % NAMES.size()), SET_ASIDE);
    }

    /** Two places each hour for everyone, two for each kind of those that are set aside. */
    static SomeDoors withPartners(BeanFactory house) {
        return new SomeDoors(house, "tanjung-uban", new Split(25, 25, 25, 25));
    }

    static SomeDoors settingNothingAside(BeanFactory house) {
        return new SomeDoors(house, "mempawah", Split.ALL_PUBLIC);
    }

    private SomeDoors(BeanFactory house, String name, Split split) {
        this.offices = house.getBean(OfficeDesk.class);
        this.slots = house.getBean(SlotDesk.class);
        this.setAside = house.getBean(SetAsideDesk.class);
        this.accounts = house.getBean(AccountDesk.class);
        this.transaction = house.getBean(TransactionOperations.class);
        this.world = house.getBean(World.class);
        this.clock = house.getBean(Clock.class);
        this.office = offices.find(OfficeId.of("kanim-" + name)).orElseThrow();
        plan(split);
    }

    private void plan(Split split) {
        var template = new Template(
                2 * PRIORITY_PLACES,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(15, 0),
                LocalTime.of(12, 0),
                LocalTime.of(13, 0),
                split);
        transaction.executeWithoutResult(_ -> {
            slots.planChanges(office.id(), today(), null);
            offices.plan(office.id(), today(), EnumSet.allOf(DayOfWeek.class), template);
        });
        while (slots.cutADay(office.id())) {
            Thread.onSpinWait();
        }
    }

    LocalDate today() {
        return office.day(clock.instant());
    }

    /** An hour that is on, of whom the law lets go first; if none is, the clock goes on to the next. */
    Slot now() {
        var next = left(Channel.PRIORITY).getFirst();
        if (clock.instant().isBefore(next.startsAt())) {
            world.clock().moveTo(next.startsAt().plus(Duration.ofMinutes(10)));
        }
        return next;
    }

    /** An hour of another day that nobody has a place in. */
    Slot later(Channel channel) {
        return setAside.left(office.id(), channel, 200).stream()
                .filter(slot -> slot.taken() == 0)
                .filter(slot -> office.day(slot.startsAt()).isAfter(today().plusDays(1)))
                .findFirst()
                .orElseThrow();
    }

    List<Slot> left(Channel channel) {
        return setAside.left(office.id(), channel, 8);
    }

    void evening() {
        var evening = today().atTime(20, 0).atZone(office.zone()).toInstant();
        if (clock.instant().isBefore(evening)) {
            world.clock().moveTo(evening);
        }
    }

    SignedIn signedIn(Role role) {
        return SignedInPeople.officer(accounts, office.id(), role);
    }

    Officer officer(Role role) {
        return Officer.of(signedIn(role));
    }

    /** Somebody who acts for a new partner of the office. */
    SignedIn partner(PartnerDesk partners) {
        var partner = partners.add(office.id(), "RS " + UUID.randomUUID()).orElseThrow();
        return SignedInPeople.officer(accounts, partner.id(), Role.PARTNER_OFFICER);
    }

    Comer.Unknown comer() {
        return comer(People.someone());
    }

    Comer.Unknown comer(People.Someone who) {
        return new Comer.Unknown(
                who.nik(),
                who.name(),
                who.birthDate(),
                RequestedService.NEW_ADULT,
                new RegistryAnswer.Matches(),
                clock.instant());
    }

    static Registration priority(Comer comer, Slot slot) {
        return new Registration(UUID.randomUUID(), Station.DOOR, PriorityGroup.DISABLED, comer, slot.id());
    }

    static Registration partners(Comer comer, Slot slot) {
        return new Registration(UUID.randomUUID(), Station.PARTNER, null, comer, slot.id());
    }

    static Registration assisted(Comer comer, Slot slot) {
        return new Registration(UUID.randomUUID(), Station.SERVICE, null, comer, slot.id());
    }
}
