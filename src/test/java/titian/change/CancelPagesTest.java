package titian.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import titian.Inbox;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.outside.World;
import titian.pass.PassDesk;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** "Batalkan janji temu": what will happen is said, then it happens once, and the place comes back to everybody. */
@TitianTest
class CancelPagesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    BookingDesk booking;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    PassDesk passes;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Test
    void whatHappensToPlaceFormAndFeeIsSaidFirst() {
        var comer = new Comer(house, 4);

        assertThat(comer.get("batal"))
                .hasStatusOk()
                .bodyText()
                .contains("setelah jeda acak", "Isian dan dokumen", "tanpa membayar lagi", "Ubah jadwal saja");
        assertThat(comer.now().state()).as("looking is not cancelling").isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void cancellingGivesThePlaceUpOnceAndKeepsTheForm() {
        var comer = new Comer(house, 4);

        assertThat(comer.cancel()).hasRedirectedUrl(comer.address(""));
        assertThat(comer.cancel()).as("pressed again").hasRedirectedUrl(comer.address(""));

        assertThat(comer.now().state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(comer.stage()).isEqualTo("CANCELLED");
        assertThat(resting(comer.booked.slot())).isEqualTo(1);
        assertThat(comer.letters("CANCELLED")).isEqualTo(1);
        assertThat(comer.get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Janji temu dibatalkan", "pilih jadwal baru kapan saja, tanpa membayar lagi")
                .doesNotContain(comer.address("ubah-jadwal"), comer.address("batal"));
        assertThat(comer.get("ubah-jadwal")).hasRedirectedUrl(comer.address(""));
    }

    @Test
    void thePlaceComesBackToEverybodyAfterARestNobodyKnows() {
        var comer = new Comer(house, 4);
        var slot = comer.booked.slot();

        comer.cancel();

        assertThat(comer.taken(slot)).as("it rests").isEqualTo(1);
        assertThat(db.sql("SELECT back_at > :soon FROM booking.resting_place WHERE slot = :slot")
                        .param(
                                "soon",
                                world.clock()
                                        .instant()
                                        .plus(Duration.ofMinutes(4))
                                        .atOffset(ZoneOffset.UTC))
                        .param("slot", slot.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        world.clock().moveBy(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(60)).until(() -> comer.taken(slot) == 0);
    }

    @Test
    void theLetterTakesTheVisitOutOfTheCalendar() {
        var comer = new Comer(house, 4);
        comer.cancel();

        var letter = new Inbox(world).about(comer.someone.email(), "Janji temu dibatalkan");

        assertThat(letter.attachments())
                .anySatisfy(file -> assertThat(file.type()).startsWith("text/calendar"));
        assertThat(new String(passes.calendar(comer.id), StandardCharsets.UTF_8))
                .contains("UID:" + comer.booked.id() + "@titian", "SEQUENCE:1", "STATUS:CANCELLED");
    }

    @Test
    void onTheDayOfTheVisitItIsTooLate() {
        var comer = new Comer(house, SomeSlots.OFFICE, 0, LocalTime.of(23, 59, 59));

        assertThat(comer.get("batal")).hasStatusOk().bodyText().contains("Batas mengubah jadwal sudah lewat");
        assertThat(comer.cancel()).hasStatus(422).bodyText().contains("Datanglah sesuai jadwal");

        assertThat(comer.now()).isEqualTo(comer.booked);
        assertThat(comer.stage()).isEqualTo("SCHEDULED");
    }

    @Test
    void whoeverHasComeCancelsNothing() {
        var comer = new Comer(house, 4);
        transactions.executeWithoutResult(_ -> applications.checkIn(comer.id));

        assertThat(comer.cancel()).hasRedirectedUrl(comer.address(""));
        assertThat(comer.move(comer.window(5, LocalTime.NOON))).hasRedirectedUrl(comer.address(""));

        assertThat(comer.stage()).isEqualTo("CHECKED_IN");
        assertThat(comer.now()).isEqualTo(comer.booked);
    }

    /** Whichever comes first, each place is somebody's, rests or is free, and never two of these. */
    @RepeatedTest(5)
    void cancellingWhileMovingLosesNoPlace() {
        var comer = new Comer(house, 4);
        var other = comer.window(5, LocalTime.of(11, 0));

        atOnce(List.of(() -> comer.move(other), comer::cancel));

        var now = comer.now();
        assertThat(now.state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(comer.stage()).isEqualTo("CANCELLED");
        for (var slot : List.of(comer.booked.slot(), other)) {
            assertThat(comer.taken(slot)).isEqualTo(resting(slot));
        }
        assertThat(resting(now.slot())).isEqualTo(1);
    }

    private int resting(SlotId slot) {
        return db.sql("SELECT coalesce(sum(places), 0) FROM booking.resting_place WHERE slot = :slot")
                .param("slot", slot.value())
                .query(Integer.class)
                .single();
    }

    private static void atOnce(List<Callable<?>> attempts) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts.stream().map(everybody::submit).toList().forEach(attempt -> {
                try {
                    attempt.get();
                } catch (ExecutionException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
