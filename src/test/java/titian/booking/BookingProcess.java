package titian.booking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.slot.SlotId;

/** A process of its own that books for people from a file and says what was booked, until it is done or dies. */
final class BookingProcess {

    private static final int TOGETHER = 8;

    private BookingProcess() {}

    /** One who wants to come, as a line of the file. */
    record Wanting(AccountId account, ApplicationId application, Nik nik, PersonMark person) {

        String line() {
            return account + " " + application + " " + nik.value() + " " + person.value();
        }

        static Wanting of(String line) {
            var parts = line.split(" ", -1);
            return new Wanting(
                    new AccountId(UUID.fromString(parts[0])),
                    new ApplicationId(UUID.fromString(parts[1])),
                    new Nik(parts[2]),
                    new PersonMark(UUID.fromString(parts[3])));
        }

        BookingRequest request(SlotId slot) {
            return BookingRequest.of("process", account, application, nik, slot, Terms.confirmed());
        }
    }

    private record Database(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    public static void main(String... args) throws IOException, SQLException {
        var slot = new SlotId(UUID.fromString(args[3]));
        var everybody =
                Files.readAllLines(Path.of(args[4])).stream().map(Wanting::of).toList();
        try (var line = new EngineLine(new Database(args[0], args[1], args[2]))) {
            for (int from = 0; from < everybody.size(); from += TOGETHER) {
                var some = everybody.subList(from, Math.min(from + TOGETHER, everybody.size()));
                say(some, line.decide(asks(some, slot), Instant.now()));
            }
        }
    }

    private static List<Ask> asks(List<Wanting> some, SlotId slot) {
        var asks = new ArrayList<Ask>();
        some.forEach(one -> asks.add(Ask.of(one.request(slot), _ -> one.person(), Instant.now())));
        return asks;
    }

    private static void say(List<Wanting> some, List<Outcome> outcomes) {
        for (int i = 0; i < some.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Granted(var ask)) {
                System.out.println(some.get(i).account() + " " + ask.party());
            }
        }
        System.out.flush();
    }
}
