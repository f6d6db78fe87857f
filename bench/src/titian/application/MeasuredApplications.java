package titian.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest;
import titian.slot.SlotId;
import titian.booking.Terms;
import titian.payment.PaymentDesk;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.Nik;
import titian.shared.PassportType;
import titian.tariff.Quote;
import titian.tariff.TariffDesk;

/** Applications that have gone in: each holds a place and owes a bill, as after the nine steps of the form. */
public final class MeasuredApplications {

    /** For so long after the time to pay is over a place is kept. */
    public static final Duration KEPT_FOR = SettlementDesk.BANKS_MAY_LAG;

    private static final int AT_ONCE = 24;
    private static final Duration UNTIL_THE_END = Duration.ofHours(6);

    private final Applications applications;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final TariffDesk tariffs;
    private final TransactionTemplate transaction;

    public MeasuredApplications(ApplicationContext house) {
        this.applications = house.getBean(Applications.class);
        this.booking = house.getBean(BookingDesk.class);
        this.payment = house.getBean(PaymentDesk.class);
        this.tariffs = house.getBean(TariffDesk.class);
        this.transaction = house.getBean(TransactionTemplate.class);
    }

    /** So many of them, one in so many with little time to pay; bill and application to a line. */
    public String submit(int count, SlotId slot, Duration littleTime, int oneIn, Path file) throws Exception {
        var quote = tariffs.quote(PassportType.ELECTRONIC, 5, LocalDate.now()).orElseThrow();
        var lines = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            var submitted = new ArrayList<Future<String>>();
            for (int i = 0; i < count; i++) {
                var time = i % oneIn == 0 ? littleTime : UNTIL_THE_END;
                submitted.add(people.submit(() -> submit(slot, quote, Instant.now().plus(time))));
            }
            for (var one : submitted) {
                lines.add(one.get());
            }
        }
        write(file, lines);
        return Integer.toString(count);
    }

    private String submit(SlotId slot, Quote quote, Instant payBy) {
        var account = AccountId.next();
        var nik = someone();
        var draft = draft(account);
        var request = BookingRequest.of(draft.id().toString(), account, draft.id(), nik, slot, Terms.heldUntil(payBy));
        var place = booking.book(request).first();
        return transaction.execute(_ -> {
            if (!booking.claim(place, payBy)) {
                throw new IllegalStateException("a place just booked was given back");
            }
            var bill = payment.open(draft.id(), account, quote, "PEMOHON", nik, payBy);
            if (!applications.move(draft.stage(), draft.submit(nik, place, bill.id(), payBy, Instant.now()))) {
                throw new IllegalStateException("an application just begun was moved by somebody else");
            }
            return bill.id() + " " + draft.id();
        });
    }

    /** Of tens of thousands, two may draw the same reference number: the later draws again. */
    private PassportApplication draft(AccountId account) {
        while (true) {
            var draft = PassportApplication.draft(account, RequestedService.NEW_ADULT, Locale.of("id"), Instant.now());
            if (applications.add(draft)) {
                return draft;
            }
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }

    /** One of so many people that no two are the same. */
    private static Nik someone() {
        var random = ThreadLocalRandom.current();
        long number = random.nextInt(100_000, 1_000_000);
        number = number * 100 + random.nextInt(1, 29);
        number = number * 100 + random.nextInt(1, 13);
        number = number * 100 + random.nextInt(100);
        number = number * 10_000 + random.nextInt(1, 10_000);
        return new Nik(Long.toString(number));
    }
}
