package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.People.someone;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.booking.BookingProcess.Wanting;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** A process that is killed while it books loses nothing it has answered, and leaves nothing half done. */
@TitianTest
class KilledProcessTest {

    private static final int PEOPLE = 4_000;
    private static final int ANSWERED = 160;

    @Autowired
    BookingDesk desk;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void whatWasAnsweredIsThereAndWhoAsksAgainIsBookedOnce() throws IOException {
        var slot = new SomeSlots(db, clock).slot(PEOPLE);
        var everybody = Stream.generate(this::somebody).limit(PEOPLE).toList();

        var answered = killedWhileItBooks(slot, everybody);

        assertThat(answered).hasSizeBetween(ANSWERED, PEOPLE - 1);
        var again = everybody.subList(0, answered.size() + 40);
        for (var one : again) {
            var booked = desk.book(one.request(slot));
            assertThat(booked.party().toString())
                    .as("told before, or booked now")
                    .isEqualTo(answered.getOrDefault(
                            one.account().toString(), booked.party().toString()));
        }
        assertThat(desk.slot(slot).orElseThrow().taken())
                .isEqualTo(appointments(slot))
                .isEqualTo(again.size());
    }

    private Wanting somebody() {
        var nik = someone().nik();
        return new Wanting(AccountId.next(), ApplicationId.next(), nik, PersonMark.of(nik, seals));
    }

    /** Who was told that they are booked, and as what. */
    private Map<String, String> killedWhileItBooks(SlotId slot, List<Wanting> everybody) throws IOException {
        var file = Files.write(
                folder.resolve("people"), everybody.stream().map(Wanting::line).toList());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BookingProcess.class.getName(),
                        database.getJdbcUrl(),
                        Objects.requireNonNullElse(database.getUsername(), ""),
                        Objects.requireNonNullElse(database.getPassword(), ""),
                        slot.toString(),
                        file.toString())
                .redirectError(new File("target/killed-process.log"))
                .start();
        var answered = new HashMap<String, String>();
        try (var answers = process.inputReader()) {
            readUntilKilled(answers, answered, process);
        } finally {
            process.destroyForcibly();
        }
        return answered;
    }

    /** Killed in the middle; what it had said by then counts. */
    private static void readUntilKilled(BufferedReader answers, Map<String, String> answered, Process process)
            throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            var parts = line.split(" ", -1);
            if (parts.length == 2 && parts[1].length() == parts[0].length()) {
                answered.put(parts[0], parts[1]);
            }
            if (answered.size() == ANSWERED) {
                process.toHandle().destroyForcibly(); // the process itself would close what it said, too
            }
        }
    }

    private int appointments(SlotId slot) {
        return db.sql(
                        "SELECT count(DISTINCT person) FROM booking.appointment WHERE slot = :slot AND state = 'CONFIRMED'")
                .param("slot", slot.value())
                .query(Integer.class)
                .single();
    }
}
