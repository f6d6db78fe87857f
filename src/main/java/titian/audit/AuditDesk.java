package titian.audit;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountDesk;
import titian.shared.Act;
import titian.shared.SignedIn;
import titian.web.RequestNumber;

/** Where entries are written, read and checked. */
@Service
class AuditDesk {

    static final int PAGE = 50;

    private static final String HOUSE = "HOUSE";
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MANY_ACCOUNTS = 5;

    private final Entries entries;
    private final Chain chain;
    private final Alarms alarms;
    private final AccountDesk accounts;
    private final SigningKey key;
    private final Clock clock;

    AuditDesk(Entries entries, Chain chain, Alarms alarms, AccountDesk accounts, SigningKey key, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.alarms = alarms;
        this.accounts = accounts;
        this.key = key;
        this.clock = clock;
    }

    /** Writes an entry in the transaction that does what it says; in one of its own if there is none. */
    @Transactional
    void write(Act act, @Nullable SignedIn who) {
        entries.add(entry(act, who));
    }

    /** Writes an entry at once, whatever becomes of the request. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void writeAtOnce(Act act, SignedIn who) {
        entries.add(entry(act, who));
    }

    private Entry entry(Act act, @Nullable SignedIn who) {
        return new Entry(
                0,
                clock.instant(),
                who == null ? null : who.account(),
                who == null ? HOUSE : roles(who),
                who == null || who.office() == null ? "" : who.office().value(),
                act,
                RequestNumber.current());
    }

    private static String roles(SignedIn who) {
        return String.join(" ", who.roles().stream().map(Enum::name).sorted().toList());
    }

    /** A page of entries, the latest first, those with a number below {@code before}; one more says there are more. */
    @Transactional(readOnly = true)
    List<Entry> find(Search search, long before) {
        var day = search.day();
        return entries.find(search, start(day), day == null ? Instant.EPOCH : start(day.plusDays(1)), before, PAGE + 1);
    }

    private static Instant start(@Nullable LocalDate day) {
        return day == null ? Instant.EPOCH : day.atStartOfDay(SealDesk.JAKARTA).toInstant();
    }

    /** Patterns of the last weeks that somebody should look at. */
    @Transactional(readOnly = true)
    List<Alarm> alarms() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, SealDesk.JAKARTA);
        return Stream.concat(
                        accounts.sharingAPhone(MANY_ACCOUNTS).entrySet().stream()
                                .map(shared ->
                                        new Alarm(Alarm.Kind.SHARED_PHONE, shared.getKey(), today, shared.getValue())),
                        alarms.since(now.minus(LATELY)).stream())
                .toList();
    }

    /** Goes along the whole chain. */
    @Transactional(readOnly = true)
    Check.Finding check() {
        var finding = new AtomicReference<Check.Finding>();
        var check = new Check(key, chain.heads());
        chain.walk(links -> finding.set(check.of(links)));
        return finding.get();
    }

    /** Writes out the chain, a line each, for whoever checks it elsewhere: {@code bin/verify-audit}. */
    @Transactional(readOnly = true)
    void export(PrintWriter out) {
        out.print("titian-audit\t1\t" + key.open() + "\n");
        for (var head : chain.heads()) {
            out.print("head\t" + head.day() + "\t" + head.seq() + "\t" + hex(head.hash()) + "\t" + hex(head.signature())
                    + "\n");
        }
        chain.walk(links -> links.forEach(link -> out.print("entry\t" + link.seq() + "\t" + link.day() + "\t"
                + hex(link.hash()) + "\t" + link.entry().line() + "\n")));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
