package titian.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.inspection.Inspection;
import titian.inspection.Samples;
import titian.inspection.UploadRefused;
import titian.outside.Clamd;
import titian.outside.Clamd.Mood;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shelf.MasterKeys;
import titian.shelf.Store;

/** What a scanner finds keeps a file out, or from everybody; that it is away keeps nobody out. */
@TitianTest
class ScanningTest {

    private static final int ALL = 10_000;

    @Autowired
    Store store;

    @Autowired
    Inspection inspection;

    @Autowired
    MasterKeys keys;

    @Autowired
    Uploads uploads;

    @Autowired
    ScanRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    private final ApplicationId application = ApplicationId.next();
    private final AccountId account = AccountId.next();

    @Test
    void anInfectedFileIsRefusedAndWhatWasThereStays() {
        try (var clamd = Clamd.open()) {
            var desk = desk(clamd.address());
            var kept = store(desk, Samples.jpeg());
            assertThatThrownBy(() -> store(desk, infected())).isInstanceOf(UploadRefused.Infected.class);
            assertThat(desk.of(application)).containsExactly(kept);
        }
    }

    @Test
    void whenTheScannerIsAwayInTheMiddleTheFileIsTakenAndScannedLater() {
        try (var clamd = Clamd.open()) {
            var desk = desk(clamd.address());
            clamd.is(Mood.BREAKS_OFF);
            var upload = store(desk, infected());
            assertThat(desk.of(application)).containsExactly(upload);
            scans(clamd.address()).scanLeftOver(ALL);
            assertThat(uploads.scan(upload.id())).isEqualTo(Scan.UNSCANNED);
            clamd.is(Mood.WELL);
            scans(clamd.address()).scanLeftOver(ALL);
            assertThat(uploads.scan(upload.id()))
                    .as("made anew, it holds nothing")
                    .isEqualTo(Scan.CLEAN);
            assertThat(desk.of(application)).containsExactly(upload);
        }
    }

    @Test
    void whatTurnsOutInfectedLaterIsKeptFromEverybodyAndThePersonIsTold() {
        var desk = desk("");
        var photo = Samples.jpeg();
        var upload = store(desk, photo);
        assertThat(uploads.scan(upload.id())).isEqualTo(Scan.UNSCANNED);
        scans("").write(upload.id(), Scan.INFECTED);
        assertThat(desk.of(application)).isEmpty();
        assertThat(desk.find(application, upload.id())).isEmpty();
        assertThat(uploads.find(application, upload.id(), account)).isEmpty();
        assertThat(desk.withheld(application)).containsExactly(DocumentKind.KTP);
        assertThatThrownBy(() -> store(desk, photo)).isInstanceOf(UploadRefused.Infected.class);
        var other = store(desk, Samples.jpeg());
        assertThat(desk.of(application)).containsExactly(other);
        assertThat(desk.withheld(application)).isEmpty();
    }

    /** What comes after it was stored later; the scanner hangs up on the first, or says that it cannot read it. */
    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"BREAKS_OFF", "FULL"})
    void aFileNoScannerCanReadKeepsNoOtherWaiting(Mood overIt) throws IOException {
        var unreadable = store(desk(""), Samples.jpeg());
        world.clock().moveTo(clock.instant().plusSeconds(1));
        var other = desk("").store(application, account, DocumentKind.KK, "b.jpg", Samples.stream(Samples.jpeg()));
        try (var clamd = Clamd.open();
                var content = desk("").open(unreadable)) {
            clamd.is(overIt, content.readAllBytes());
            var scanner = new Scanner(clamd.address(), Duration.ofSeconds(5), Duration.ofHours(1));
            var first = new ScanDesk(scanner, desk(""), uploads, rounds, transaction, events, clock);
            first.scanLeftOver(ALL);
            world.clock().moveTo(clock.instant().plusSeconds(30));
            scans(clamd.address()).scanLeftOver(ALL);
            assertThat(uploads.scan(unreadable.id())).isEqualTo(Scan.UNSCANNED);
            assertThat(uploads.scan(other.id())).isEqualTo(Scan.CLEAN);
            assertThat(rounds.next(ALL)).contains(unreadable.id());
        }
    }

    @Test
    void aVerdictIsNotTakenBack() {
        var upload = store(desk(""), Samples.jpeg());
        scans("").write(upload.id(), Scan.INFECTED);
        scans("").write(upload.id(), Scan.CLEAN);
        assertThat(uploads.scan(upload.id())).isEqualTo(Scan.INFECTED);
    }

    @Test
    void whoHandedInWhatDoesHarmIsToldOnceByLetter() {
        var someone = People.someone();
        var member = SignedInPeople.applicant(accounts, someone);
        var upload = desk("").store(
                        application, member.account(), DocumentKind.KTP, "a.jpg", Samples.stream(Samples.jpeg()));
        var inbox = new Inbox(world);
        inbox.newest(someone.email(), 1);
        scans("").write(upload.id(), Scan.INFECTED);
        scans("").write(upload.id(), Scan.INFECTED);
        assertThat(inbox.newest(someone.email(), 2).subject()).isEqualTo("Satu berkas Anda kami tutup");
    }

    private ScanDesk scans(String scanner) {
        var asked = new Scanner(scanner, Duration.ofSeconds(5), Duration.ZERO);
        return new ScanDesk(asked, desk(scanner), uploads, rounds, transaction, events, clock);
    }

    private DocumentDesk desk(String scanner) {
        var scans = new Scanner(scanner, Duration.ofSeconds(5), Duration.ZERO);
        return new DocumentDesk(store, scans, inspection, keys, uploads, transaction, clock, events);
    }

    private Upload store(DocumentDesk desk, byte[] content) {
        return desk.store(application, account, DocumentKind.KTP, "a.jpg", Samples.stream(content));
    }

    /** A photograph that goes on as what every scanner knows. */
    private static byte[] infected() {
        var photo = Samples.jpeg();
        var signature = Clamd.EICAR.getBytes(ISO_8859_1);
        var both = Arrays.copyOf(photo, photo.length + signature.length);
        System.arraycopy(signature, 0, both, photo.length, signature.length);
        return both;
    }
}
