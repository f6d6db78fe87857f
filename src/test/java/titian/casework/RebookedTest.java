package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.form.FilledIn;
import titian.slot.SomeSlots;

/** A file closed with a visit that was given up is checked for the next one, and everybody can read that it was. */
@TitianTest
class RebookedTest extends WithOneFile {

    @Test
    void aFileIsOpenedAgainByANewVisitAndTheTimeBetweenIsNotSpent() {
        post(one.applicant(), "/permohonan/" + one.id() + "/batal");
        assertThat(standing()).isInstanceOf(Standing.Closed.class);
        world.clock().moveTo(clock.instant().plus(Duration.ofHours(30)));

        var slot = new SomeSlots(db, clock).slot(some.office(), inDays(5), 1);
        new FilledIn(house).submit(one.id(), one.applicant().account(), some.office(), slot);

        var file = file(one.id());
        var now = clock.instant();
        assertThat(file.standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(file.dueAt()).isBetween(now.plus(Duration.ofHours(47)), now.plus(Duration.ofHours(49)));
        assertThat(timeline.of(one.id(), 50))
                .filteredOn(line -> line.what().equals("FILE_MOVED"))
                .extracting(Timeline.Line::cameTo)
                .containsExactly("WAITING", "CLOSED");
        var told = ServiceClock.of(file, house.getBean(Pauses.class).of(one.id()), now);
        assertThat(told.spent()).isLessThan(Duration.ofHours(1));
        assertThat(get(ani, one.address())).bodyText().contains("Berkas sudah ditutup", "30 jam");
        assertThat(desk.takeNext(officer(ani))).contains(one.id());
    }
}
