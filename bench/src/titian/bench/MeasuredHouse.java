package titian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import titian.Titian;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.Registration;
import titian.application.MeasuredApplications;
import titian.booking.BookingDesk;
import titian.booking.BookingPass;
import titian.booking.BookingPasses;
import titian.booking.BookingRequest;
import titian.booking.PersonMark;
import titian.slot.SlotId;
import titian.booking.Terms;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.inspection.UploadRefused;
import titian.officer.MeasuredOfficer;
import titian.officer.ProofDesk;
import titian.reconciliation.MeasuredReconciliation;
import titian.registry.RegistryDesk;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.ServiceLane;

/**
 * Titian as it is, in a process that besides does what the bench asks for on its standard input: mint passes, or book
 * from inside as fast as the engine decides. When the bench is gone, so is this.
 */
final class MeasuredHouse {

    static final String NEXT = "/bench/terima";
    static final String BACK = "/bench/tolak";

    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(2);

    static final String PASSWORD = "jembatan-yang-kokoh";

    private final BookingDesk desk;
    private final BookingPasses passes;
    private final Seals seals;
    private final AccountDesk accounts;
    private final DocumentDesk documents;
    private final ProofDesk proofs;
    private final MeasuredApplications applications;
    private final MeasuredReconciliation reconciliation;

    private MeasuredHouse(ApplicationContext context) {
        this.desk = context.getBean(BookingDesk.class);
        this.passes = context.getBean(BookingPasses.class);
        this.seals = context.getBean(Seals.class);
        this.accounts = context.getBean(AccountDesk.class);
        this.documents = context.getBean(DocumentDesk.class);
        this.proofs = context.getBean(ProofDesk.class);
        this.applications = new MeasuredApplications(context);
        this.reconciliation = new MeasuredReconciliation(context);
    }

    public static void main(String... arguments) throws Exception {
        var context = SpringApplication.run(Titian.class, arguments);
        var house = new MeasuredHouse(context);
        System.out.println("open");
        try (var questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(house.answer(question.split(" ")));
            }
        }
        System.exit(SpringApplication.exit(context));
    }

    private String answer(String... words) throws Exception {
        return switch (words[0]) {
            case "book" -> book(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Path.of(words[3]));
            case "documents" -> documents(Path.of(words[1]), Integer.parseInt(words[2]), Path.of(words[3]));
            case "seal" ->
                seals.seal("RATNA WULANDARI", "application.applicant") + " "
                        + seals.seal(someone().value(), "application.nik");
            case "verifier" -> verifier(new OfficeId(words[1]));
            case "register" -> register(Integer.parseInt(words[1]), Path.of(words[2]));
            case "owe" ->
                applications.submit(
                        Integer.parseInt(words[1]),
                        SlotId.of(words[2]),
                        Duration.ofSeconds(Long.parseLong(words[3])),
                        Integer.parseInt(words[4]),
                        Path.of(words[5]));
            case "reconcile" -> reconciliation.read(Path.of(words[1]));
            case "mint" -> mint(Integer.parseInt(words[1]), new OfficeId(words[2]), Path.of(words[3]));
            default -> throw new IllegalArgumentException("nobody can " + words[0]);
        };
    }

    /** Hands in the files of a list, so many at once, each by somebody else. Who is told to come again does. */
    private String documents(Path list, int atOnce, Path file) throws Exception {
        var busy = new AtomicInteger();
        var lines = new ArrayList<String>();
        var began = System.nanoTime();
        try (var people = Executors.newFixedThreadPool(atOnce)) {
            var handedIn = new ArrayList<Future<Double>>();
            for (var photo : Files.readAllLines(list)) {
                handedIn.add(people.submit(() -> handIn(Path.of(photo), busy)));
            }
            for (var one : handedIn) {
                lines.add(Double.toString(one.get()));
            }
        }
        lines.addFirst((System.nanoTime() - began) / 1e9 + " " + busy);
        Files.write(file, lines);
        return "handed in";
    }

    private double handIn(Path photo, AtomicInteger busy) throws IOException {
        var application = ApplicationId.next();
        var began = System.nanoTime();
        while (true) {
            try (var content = Files.newInputStream(photo)) {
                documents.store(application, AccountId.next(), DocumentKind.KTP, "foto.jpg", content);
                return (System.nanoTime() - began) / 1e6;
            } catch (UploadRefused.Busy comeAgain) {
                busy.incrementAndGet();
            }
        }
    }

    /** So many people with accounts, confirmed by the codes sent to them; their addresses to a line. */
    private String register(int people, Path file) throws IOException {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < people; i++) {
            var email = "pemohon-%d@warga.example".formatted(i);
            var code = accounts.register(
                    new Registration(
                            UUID.randomUUID(),
                            new RegistryDesk.Person(someone(), "PEMOHON", LocalDate.of(1990, 7, 15)),
                            EmailAddress.of(email),
                            Phone.of("081234567890"),
                            null,
                            PASSWORD,
                            Locale.of("id"),
                            "measured"),
                    "10.0.0.%d".formatted(i));
            accounts.confirm(code, accounts.code(code).orElseThrow().digits());
            addresses.add(email);
        }
        Files.write(file, addresses);
        return Integer.toString(people);
    }

    /** An officer who checks papers at that office: by what address and by what second proof they come in. */
    private String verifier(OfficeId office) {
        var email = "verifikator@titian.example";
        var officer = accounts.appoint(email, "VERIFIKATOR", PASSWORD, office, Set.of(Role.VERIFIER));
        return email + " " + MeasuredOfficer.recoveryCode(proofs, officer);
    }

    /** Passes as a page gives them to somebody signed in and admitted: a key, a person and a pass to a line. */
    private String mint(int people, OfficeId office, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < people; i++) {
                var nik = someone();
                writer.write(String.join(" ", UUID.randomUUID().toString(), mark(nik), passes.mint(pass(nik, office))));
                writer.newLine();
            }
        }
        return Integer.toString(people);
    }

    /** By what the table knows the person. */
    private String mark(Nik nik) {
        return PersonMark.of(nik, seals).value().toString();
    }

    private static BookingPass pass(Nik nik, OfficeId office) {
        return new BookingPass(
                AccountId.next(),
                List.of(new BookingRequest.Member(ApplicationId.next(), nik)),
                new Terms.Scope(office, ServiceLane.PASSPORT, Channel.PUBLIC),
                LONGER_THAN_ANY_RUN,
                30,
                Duration.ZERO,
                1,
                null,
                NEXT,
                BACK,
                Instant.now().plus(LONGER_THAN_ANY_RUN));
    }

    /** Bookings a second of so many callers at once, each asking again as soon as it has its place. */
    private String book(int callers, int seconds, Path slots) throws Exception {
        var slot = SlotId.of(Files.readAllLines(slots).getFirst());
        var began = System.nanoTime();
        var ends = began + Duration.ofSeconds(seconds).toNanos();
        var booked = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                booked.add(threads.submit(() -> bookUntil(ends, slot)));
            }
        }
        var all = 0;
        for (var caller : booked) {
            all += caller.resultNow();
        }
        return Double.toString(all / ((System.nanoTime() - began) / 1e9));
    }

    private int bookUntil(long ends, SlotId slot) {
        var booked = 0;
        while (System.nanoTime() < ends) {
            desk.book(BookingRequest.of(
                    drawn().toString(),
                    new AccountId(drawn()),
                    new ApplicationId(drawn()),
                    someone(),
                    slot,
                    terms(new OfficeId(Bookings.OFFICE))));
            booked++;
        }
        return booked;
    }

    /** Drawn as pgbench draws its numbers: callers and their applications are there before they book. */
    private static UUID drawn() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** What M-Paspor's rules come to. */
    private static Terms terms(OfficeId office) {
        return Terms.heldUntil(Instant.now().plus(LONGER_THAN_ANY_RUN))
                .daysBetween(30)
                .within(office, ServiceLane.PASSPORT, Channel.PUBLIC);
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
