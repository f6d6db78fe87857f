package titian.notification;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.contact.Change;
import titian.contact.Change.State;
import titian.contact.ChangeDesk;
import titian.contact.ContactNews.Occasion;
import titian.notification.Letter.Outgoing;
import titian.notification.Wording.Said;
import titian.shared.AccountId;
import titian.web.Words;

/** Writes to both ends when an account comes to be reached by another address or phone. */
@Component
class ContactSecretary {

    /** Before the name of the occasion stands, in a kind of letter, where it comes from. */
    static final String KIND = "CONTACT_";

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final AccountDesk accounts;
    private final ChangeDesk changes;
    private final Wording wording;
    private final Clock clock;

    ContactSecretary(
            AccountDesk accounts, ChangeDesk changes, @Value("${titian.address}") String address, Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.wording = new Wording(address);
        this.clock = clock;
    }

    /** News that has been overtaken makes no letter. */
    Optional<Outgoing> compose(Letters.Row row) {
        return changes.find(row.subject())
                .flatMap(change -> accounts.contact(change.account())
                        .flatMap(holder -> letter(row, change).map(letter -> letter.write(holder))));
    }

    Optional<Outgoing> externalLinked(AccountId account) {
        return accounts.contact(account)
                .map(to -> wording.told(to, "notification.external-linked", List.of(), "/akun/luar"));
    }

    /** A letter still without its reader's name and language. */
    private interface Draft {

        Outgoing write(Contact holder);
    }

    private Optional<Draft> letter(Letters.Row row, Change change) {
        return switch (Occasion.valueOf(row.kind().name().substring(KIND.length()))) {
            case NEW -> live(change).map(_ -> change.free() ? toNew(change) : taken(change));
            case OLD -> live(change).map(_ -> toOld(change));
            case NOTICE ->
                is(change, State.ASKED, State.WAITING).map(_ -> stop(change, notice(change), oldEnd(row, change)));
            case WAITING -> is(change, State.WAITING).map(_ -> stop(change, "waiting", oldEnd(row, change)));
            case DONE_NEW -> is(change, State.DONE).map(_ -> plain(change, done(change), change.after(), next(change)));
            case DONE_OLD -> is(change, State.DONE).map(_ -> plain(change, "gone", change.before(), "/bantuan"));
            case STOPPED -> is(change, State.STOPPED).map(_ -> stopped(change));
        };
    }

    private Optional<Change> live(Change change) {
        return is(change, State.ASKED).filter(asked -> clock.instant().isBefore(asked.expiresAt()));
    }

    private static Optional<Change> is(Change change, State... states) {
        return Optional.of(change).filter(now -> List.of(states).contains(now.state()));
    }

    private Draft toNew(Change change) {
        return holder -> {
            var to = at(holder, change.after());
            var facts = digits(change, changes.newDigits(change.id()), Words.in(to.language()));
            return switch (change.origin()) {
                case HOLDER -> wording.told(to, occasion("new", change), facts, "/akun/kontak/kode");
                case OFFICE ->
                    wording.told(to, occasion("invited", change), facts, changes.invitationAddress(change.id()));
            };
        };
    }

    private Draft toOld(Change change) {
        return holder -> {
            var to = at(holder, change.guard());
            var facts = digits(change, changes.oldDigits(change.id()), Words.in(to.language()));
            return wording.told(to, occasion("old", change), facts, changes.stopAddress(change.id()));
        };
    }

    private static List<Said> digits(Change change, String digits, Words words) {
        return List.of(
                new Said("digits", digits, true),
                new Said("until", Wording.hour(change.expiresAt(), JAKARTA, words), false));
    }

    private Draft taken(Change change) {
        return plain(change, "taken", change.after(), "/masuk");
    }

    private Draft stop(Change change, String occasion, @Nullable String end) {
        return plain(change, occasion, end, changes.stopAddress(change.id()));
    }

    private Draft stopped(Change change) {
        return switch (change.origin()) {
            case HOLDER -> plain(change, "stopped", change.guard(), "/masuk/lupa");
            case OFFICE -> plain(change, "kept", change.guard(), "/bantuan");
        };
    }

    private Draft plain(Change change, String occasion, @Nullable String end, String path) {
        return holder -> wording.told(at(holder, end), occasion(occasion, change), List.of(), path);
    }

    private static String notice(Change change) {
        return switch (change.origin()) {
            case HOLDER -> "notice";
            case OFFICE -> "office";
        };
    }

    private static String done(Change change) {
        return switch (change.origin()) {
            case HOLDER -> "done";
            case OFFICE -> "recovered";
        };
    }

    /** Whoever was recovered at the counter knows no password. */
    private static String next(Change change) {
        return switch (change.origin()) {
            case HOLDER -> "/masuk";
            case OFFICE -> "/masuk/lupa";
        };
    }

    private static String occasion(String name, Change change) {
        return "notification.contact-" + name + "-" + change.field().name().toLowerCase(Locale.ROOT);
    }

    /** The one of the old ends that this letter goes to. */
    private static @Nullable String oldEnd(Letters.Row row, Change change) {
        return Stream.of(Optional.ofNullable(change.guard()), Optional.ofNullable(change.before()))
                .flatMap(Optional::stream)
                .filter(end -> end.contains("@") == (row.carrier() == null))
                .findFirst()
                .orElse(null);
    }

    /** The holder as reached by this end, which need not be the one on record. */
    private static Contact at(Contact holder, @Nullable String end) {
        if (end == null) {
            throw new IllegalStateException("a letter about a change without an end to go to");
        }
        var isAddress = end.contains("@");
        return new Contact(
                holder.account(), holder.name(), isAddress ? end : "", isAddress ? "" : end, holder.language());
    }
}
