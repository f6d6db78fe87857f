package titian.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.Inbox;
import titian.TitianTest;
import titian.booking.AppointmentState;
import titian.change.Diary.Entry;
import titian.change.Diary.Kind;
import titian.shared.OfficeId;
import titian.slot.DisplacedPeople.Displaced;
import titian.slot.SlotId;

/** Whoever comes is reminded once of the time that holds; who does not come is told what can be done now. */
@TitianTest
class RemindersTest extends WithADiary {

    @ParameterizedTest
    @ValueSource(strings = {"kanim-jakarta-selatan", "kanim-jayapura", "kjri-los-angeles"})
    void peopleAreRemindedAtNineWhereTheOfficeIs(String office) {
        var comer = new Comer(house, OfficeId.of(office), 6, TEN);

        assertThat(entries(comer.id))
                .containsOnly(
                        Map.entry(Kind.THREE_DAYS_BEFORE, comer.at(3, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_BEFORE, comer.at(5, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_OVER, comer.at(7, LocalTime.MIDNIGHT)));
    }

    @Test
    void aReminderWhoseTimeHasPassedIsLeftOut() {
        var tomorrow = new Comer(house, 1);

        assertThat(entries(tomorrow.id)).doesNotContainKey(Kind.THREE_DAYS_BEFORE);
        assertThat(entries(tomorrow.id)).containsKey(Kind.DAY_OVER);
    }

    @Test
    void theLetterSaysWhenAndWhereAndUntilWhenItMayChange() {
        var comer = new Comer(house, 6);
        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(3, TEN));

        var letter = new Inbox(world).about(comer.someone.email(), "Ingat kunjungan paspor Anda");

        assertThat(letter.text())
                .contains("10.00", comer.booked.code().toString(), "Terakhir bisa diubah", comer.address(""));
    }

    @Test
    void aReminderOfATimeThatNoLongerHoldsIsNotSent() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(9, TEN));

        diary.put(comer.id, Kind.THREE_DAYS_BEFORE, comer.at(1, TEN));
        diary.remove(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
        diary.put(comer.id, Kind.THREE_DAYS_BEFORE, comer.at(1, TEN));
        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(1, LocalTime.NOON));

        assertThat(comer.letters("REMINDER")).isZero();
        assertThat(entries(comer.id)).containsEntry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0)));
    }

    /** To an earlier day, and to a later one. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9})
    void whoeverTheOfficeMovesIsToldOnceAndRemindedOfTheNewTime(int day) {
        var comer = new Comer(house, 6);
        movedByOffice(comer, comer.window(day, TEN));

        assertThat(entries(comer.id))
                .containsEntry(Kind.THREE_DAYS_BEFORE, comer.at(day - 3, LocalTime.of(9, 0)))
                .containsEntry(Kind.DAY_BEFORE, comer.at(day - 1, LocalTime.of(9, 0)))
                .containsEntry(Kind.DAY_OVER, comer.at(day + 1, LocalTime.MIDNIGHT));
        keep(comer, Kind.DAY_BEFORE, comer.at(day - 1, LocalTime.of(9, 0)).minus(A_SECOND));
        assertThat(comer.letters("REMINDER")).isZero();
        keep(comer, Kind.DAY_BEFORE, comer.at(day - 1, TEN));

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
        assertThat(comer.letters("APPOINTMENT") + comer.letters("MOVED")).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE act = 'APPOINTMENT_MOVED' AND subject = :id")
                        .param("id", comer.id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void movedByOffice(Comer comer, SlotId to) {
        var noted = world.clock().instant().plus(Duration.ofDays(1));
        displaced.displaced(
                List.of(new Displaced(
                        comer.booked.party(),
                        comer.booked.slot(),
                        comer.me.account(),
                        1,
                        comer.office,
                        comer.booked.lane(),
                        comer.booked.channel(),
                        comer.booked.startsAt())),
                noted);
        var relocation = db.sql("SELECT id FROM capacity.relocation WHERE party = :party")
                .param("party", comer.booked.party().value())
                .query(UUID.class)
                .single();
        displaced.move(relocation, comer.me.account(), to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kanim-jakarta-selatan", "kanim-jayapura", "kjri-los-angeles"})
    void whoDidNotComeIsNotedAtMidnightWhereTheOfficeIs(String office) {
        var comer = new Comer(house, OfficeId.of(office), 1, TEN);
        var midnight = comer.at(2, LocalTime.MIDNIGHT);

        keep(comer, Kind.DAY_OVER, midnight.minus(A_SECOND));
        assertThat(comer.stage()).isEqualTo("SCHEDULED");
        keep(comer, Kind.DAY_OVER, midnight);
        keep(comer, Kind.DAY_OVER, midnight);

        assertThat(comer.stage()).isEqualTo("NO_SHOW");
        assertThat(comer.now().state()).isEqualTo(AppointmentState.NO_SHOW);
        assertThat(entries(comer.id)).isEmpty();
    }

    @Test
    void whoDidNotComeIsToldWhatCanBeDoneNow() {
        var comer = new Comer(house, 1);
        assertThat(comer.get("terlewat")).as("not yet").hasRedirectedUrl(comer.address(""));

        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.get("")).bodyText().contains("Kunjungan terlewat", comer.address("terlewat"));
        assertThat(comer.get("terlewat"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Yang bisa Anda lakukan",
                        "Sakit, bencana",
                        "Bisa dikirim mulai",
                        "biaya yang sudah dibayar hangus");
        for (var closed : List.of("ubah-jadwal", "batal")) {
            assertThat(comer.get(closed)).hasRedirectedUrl(comer.address(""));
        }
        assertThat(comer.cancel()).hasRedirectedUrl(comer.address(""));
        assertThat(comer.now().state()).isEqualTo(AppointmentState.NO_SHOW);
    }

    @Test
    void whoHasComeIsNotMissed() {
        var comer = new Comer(house, 1);
        transactions.executeWithoutResult(_ -> applications.checkIn(comer.id));

        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.stage()).isEqualTo("CHECKED_IN");
        assertThat(entries(comer.id)).isEmpty();
    }

    @Test
    void whoMovedAwayIsNotMissedAtTheOldTime() {
        var comer = new Comer(house, 1);
        comer.move(comer.window(9, TEN));

        diary.putOff(new Entry(comer.id, Kind.DAY_OVER), comer.at(2, LocalTime.MIDNIGHT));
        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.stage()).isEqualTo("SCHEDULED");
    }
}
