package titian.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.privacy.IncidentDesk;
import titian.retention.ErasureDesk;
import titian.shared.AccountId;
import titian.web.Words;

/** Writes to people about their data: when they are erased, that a correction was answered, that a breach concerns them. */
@Component
class PrivacySecretary {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final AccountDesk accounts;
    private final ErasureDesk erasures;
    private final IncidentDesk incidents;
    private final String address;

    PrivacySecretary(
            AccountDesk accounts,
            ErasureDesk erasures,
            IncidentDesk incidents,
            @Value("${titian.address}") String address) {
        this.accounts = accounts;
        this.erasures = erasures;
        this.incidents = incidents;
        this.address = address;
    }

    /** A wish that was taken back meanwhile makes no letter. */
    Optional<Outgoing> erasureAsked(AccountId account) {
        return erasures.underWay(account)
                .flatMap(erasure -> accounts.contact(account).map(to -> {
                    var words = Words.in(to.language());
                    var when = new Fact(words.text("notification.erasure.when"), date(erasure.dueAt(), words), true);
                    return write(to, words, "notification.erasure", List.of(when), "/akun/data/hapus");
                }));
    }

    Optional<Outgoing> correctionAnswered(AccountId account) {
        return accounts.contact(account)
                .map(to -> write(
                        to, Words.in(to.language()), "notification.correction", List.of(), "/akun/data/perbaikan"));
    }

    Optional<Outgoing> breach(UUID affected) {
        return incidents
                .told(affected)
                .flatMap(told -> accounts.contact(told.account()).map(to -> {
                    var words = Words.in(to.language());
                    var facts = List.of(
                            new Fact(words.text("notification.breach.what"), told.what(), false),
                            new Fact(
                                    words.text("notification.breach.time"),
                                    words.text(
                                            "notification.breach.span",
                                            date(told.from(), words),
                                            date(told.until(), words)),
                                    false),
                            new Fact(words.text("notification.breach.handling"), told.handling(), false));
                    return write(to, words, "notification.breach", facts, "/akun/data");
                }));
    }

    private Outgoing write(Contact to, Words words, String occasion, List<Fact> facts, String path) {
        var letter = new Letter(
                words.text(occasion + ".subject"),
                words.text("notification.greeting.name", to.name()),
                List.of(words.text(occasion + ".opening")),
                facts,
                List.of(words.text(occasion + ".closing").split("\n")),
                new Link(words.text(occasion + ".link"), address + path));
        return new Outgoing(to, words, letter, List.of());
    }

    private static String date(Instant at, Words words) {
        return words.date(LocalDate.ofInstant(at, JAKARTA));
    }
}
