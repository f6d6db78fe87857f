package titian.walkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import titian.People;
import titian.TitianTest;
import titian.application.ApplicationRefused;
import titian.application.SomeVisits;
import titian.booking.BookingRefused;
import titian.form.FilledIn;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.PriorityGroup;
import titian.shared.Role;

/** Who comes without a booking: what they have already, and what is asked of them. */
@TitianTest
class WalkInPeopleTest extends AtTheDoor {

    @Test
    void whoeverHasAnApplicationUnderWayGetsNoSecondPlace() {
        var comer = doors.comer();
        desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door);

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door))
                .isInstanceOf(ApplicationRefused.AlreadyLive.class);
    }

    @Test
    void whoeverWasServedTodayWaitsAsLongAsEverybody() {
        var comer = doors.comer();
        var given = desk.register(SomeDoors.priority(comer, doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 2);
        var ticket = ticket(appointment(given)).id();
        queue.call(counter, ticket);
        queue.start(counter, ticket);
        queue.finish(counter, ticket);
        queue.signOff(counter);

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door))
                .isInstanceOf(BookingRefused.TooSoon.class);
    }

    @Test
    void ageIsJudgedByTheDayOfBirth() {
        var slot = doors.later(Channel.PRIORITY);
        for (var group : List.of(PriorityGroup.ELDERLY, PriorityGroup.TODDLER)) {
            var asked = new Registration(UUID.randomUUID(), Station.DOOR, group, doors.comer(bornIn(1990)), slot.id());

            assertThatExceptionOfType(WalkInRefused.NotOfTheGroup.class)
                    .isThrownBy(() -> desk.register(asked, door))
                    .returns(group, WalkInRefused.NotOfTheGroup::group);
        }
        assertThat(taken(slot)).isZero();
    }

    private static People.Someone bornIn(int year) {
        return Stream.generate(People::someone)
                .filter(one -> one.birthDate().getYear() == year)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormThatLacksOnlyAPlaceGoesInAndItsFeeIsPaidAtTheOffice() {
        var who = People.someone();
        var account = AccountId.next();
        var form = new FilledIn(house).ready(account, who);
        var reference = drafts.find(form).orElseThrow().reference();
        var known = finding.withForm(reference).orElseThrow();
        assertThat(known.nik()).isEqualTo(who.nik());

        var given = desk.register(SomeDoors.priority(known, doors.now()), door);

        assertThat(given.application()).isEqualTo(form);
        var summary = applications.summary(form).orElseThrow();
        assertThat(summary.stage()).isEqualTo("CHECKED_IN");
        assertThat(summary.account()).isEqualTo(account);
        assertThat(summary.bill()).isNull();
        assertThat(finding.withForm(reference)).isEmpty();
        assertThat(finding.find(door.account(), reference.toString()).standing())
                .isEqualTo(FindingDesk.Standing.GONE_IN);
    }

    @Test
    void aFormBegunAndNotFinishedIsSaidToBe() {
        var form = new FilledIn(house).ready(AccountId.next(), People.someone());
        var account = drafts.find(form).orElseThrow().account();
        new FilledIn(house).spoil(form, account);

        var found = finding.find(
                door.account(), drafts.find(form).orElseThrow().reference().toString());

        assertThat(found.standing()).isEqualTo(FindingDesk.Standing.UNFINISHED);
        assertThat(found.forms()).isEmpty();
    }

    @Test
    void whoeverHasATimeOfTheirOwnIsFoundToHaveIt() {
        var visit = new SomeVisits(house).paid(AccountId.next(), doors.office.id());
        var reference =
                drafts.find(visit.appointment().application()).orElseThrow().reference();

        assertThat(finding.find(door.account(), reference.toString().toLowerCase(Locale.ROOT))
                        .standing())
                .isEqualTo(FindingDesk.Standing.GONE_IN);
    }

    @Test
    void numbersThatAreNoneFindNothing() {
        assertThat(Stream.of("", "12", "ABCDEFG", "31740101010100001", "' OR 1=1")
                        .map(typed -> finding.find(door.account(), typed).standing()))
                .containsOnly(FindingDesk.Standing.MALFORMED);
        assertThat(finding.find(door.account(), "ZZZZ-ZZ").standing()).isEqualTo(FindingDesk.Standing.NO_APPLICATION);
        assertThat(finding.find(door.account(), People.someone().nik().value()).standing())
                .isEqualTo(FindingDesk.Standing.NO_FORM);
    }

    /** Nobody signs in by it, and no letter is written to it. */
    @Test
    void whoeverHasNoAccountHasAnApplicationAllTheSame() {
        var comer = doors.comer();

        var given = desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door);

        var application = drafts.find(given.application()).orElseThrow();
        assertThat(application.applicant()).isEqualTo(comer.name());
        assertThat(application.nik()).isEqualTo(comer.nik());
        assertThat(db.sql("SELECT count(*) FROM account.account WHERE id = :account")
                        .param("account", application.account().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
