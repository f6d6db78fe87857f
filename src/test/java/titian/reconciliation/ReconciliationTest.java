package titian.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.SomeBills;
import titian.reconciliation.DailyFile.State;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.treasury.SomeBooks;

/** Files of bank and biller against the books: matched once, decided by people, and nothing of them lost. */
@TitianTest
class ReconciliationTest {

    private static final Instant PAID_AT = Instant.parse("2025-05-06T03:00:00Z");
    private static final String DAY = "2025-05-06";
    private static final String HEADING = "kode_billing,ntpn,ntb,tgl_bayar,jumlah\n";

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    FileDesk files;

    @Autowired
    WorkDesk work;

    @Autowired
    DailyFiles known;

    @Autowired
    ReadingDesk readings;

    @Autowired
    Pieces pieces;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    List<HoldsSealed> holders;

    @Autowired
    TransactionOperations transactions;

    SomeBills bills;
    SomeBooks books;
    OfficeId office;
    SignedIn treasurer;

    @BeforeEach
    void anOfficeOfItsOwn() {
        bills = new SomeBills(house);
        books = new SomeBooks(house);
        office = OfficeId.of("kanim-cocok-" + Long.toString(System.nanoTime(), 36));
        treasurer = SignedInPeople.officer(accounts, office, Role.TREASURER);
    }

    @Test
    void whatIsBookedIsMatchedByItsNumbers() throws IOException {
        var one = paid();
        var other = paid();

        var file = read(HEADING + line(one) + line(other));

        assertThat(file.state()).isEqualTo(State.DONE);
        assertThat(file.counts()).isEqualTo(new DailyFile.Counts(2, 0, 0, 0, 0));
        assertThat(file.firstDay()).isEqualTo(DAY);
        assertThat(work.left(file)).isZero();
        assertThat(work.missing(file)).isEmpty();
    }

    @Test
    void theSameFileTwiceIsTheSameFile() throws IOException {
        var content = HEADING + line(paid());

        var first = read(content);
        var second = read(content);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.counts().matched()).isEqualTo(1);
        assertThat(states(first)).containsExactly("MATCHED");
    }

    @Test
    void theSameFileTwiceAtOnceIsTheSameFile() throws Exception {
        var content = HEADING + line(paid());
        var start = new CyclicBarrier(3);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var takings = new ArrayList<Future<FileId>>();
            for (int i = 0; i < 3; i++) {
                Callable<FileId> taking = () -> {
                    start.await();
                    return take(content);
                };
                takings.add(all.submit(taking));
            }
            var taken = new ArrayList<FileId>();
            for (var taking : takings) {
                taken.add(taking.get());
            }
            assertThat(taken.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aPaymentNamedAgainInAnotherFileCountsOnce() throws IOException {
        var bill = paid();
        read(HEADING + line(bill));

        var later = read(HEADING + line(bill) + line(bill) + line(paid()));

        assertThat(later.counts()).isEqualTo(new DailyFile.Counts(1, 2, 0, 0, 0));
        assertThat(work.left(later)).isZero();
    }

    @Test
    void aLineThatStandsTwiceInAFileCountsOnce() throws IOException {
        var bill = paid();

        var file = read("\uFEFF" + (HEADING + line(bill) + "rusak\n" + line(bill)).replace("\n", "\r\n"));

        assertThat(file.counts().matched()).isEqualTo(1);
        assertThat(file.counts().malformed()).isEqualTo(1);
        assertThat(states(file)).filteredOn("MATCHED"::equals).hasSize(1);
        assertThat(work.left(file)).isZero();
    }

    @Test
    void aStatementInAnotherCurrencyMatchesNothing() throws IOException {
        var bill = paid();
        var statement = ":20:X\n:60F:C250505USD0,\n:61:2505060506C650000,00NTRFMPN//1\n:86:NTPN " + ntpn(bill)
                + "\n:62F:C250506USD650000,\n-\n";

        var file = done(files.take("dolar.sta", Source.BANK, office, null, bytes(statement)));

        assertThat(file.counts()).isEqualTo(new DailyFile.Counts(0, 0, 0, 0, 3));
        assertThat(text(file)).contains("bukan rupiah");
    }

    @Test
    void bankAndBillerEachNameAPayment() throws IOException {
        var bill = paid();
        read(HEADING + line(bill));
        var statement = ":20:X\n:60F:C250505IDR0,\n:61:2505060506C650000,00NTRFMPN//1\n:86:NTPN " + ntpn(bill)
                + "\n:62F:C250506IDR650000,\n-\n";

        var file = done(files.take("bank.sta", Source.BANK, office, null, bytes(statement)));

        assertThat(file.counts()).isEqualTo(new DailyFile.Counts(1, 0, 0, 0, 0));
    }

    @Test
    void aReadingCutOffAnywhereGoesOnAndCountsNothingTwice() throws IOException {
        var paid = List.of(paid(), paid(), paid());
        var content = HEADING
                + paid.stream().map(this::line).collect(Collectors.joining())
                + "no line\n".repeat(5_000)
                + paid.stream().map(this::line).collect(Collectors.joining());
        var id = store(content);

        assertThat(files.readOn(id)).as("there is more").isTrue();
        var half = known.find(id).orElseThrow();
        assertThat(half.position()).isBetween(1L, half.bytes() - 1);
        assertThat(half.counts().malformed()).isEqualTo(4_997);

        var file = done(id);
        assertThat(file.counts()).isEqualTo(new DailyFile.Counts(3, 3, 0, 0, 5_000));
        assertThat(file.line()).isEqualTo(5_007);
    }

    @Test
    void twoWhoReadOnFromTheSamePlaceWriteOnce() throws IOException {
        var id = store(HEADING + line(paid()));
        var file = known.find(id).orElseThrow();
        var reading = Reading.of(file, position -> pieces.from(id, position)).orElseThrow();
        List<Line> read = List.<Line>of(Objects.requireNonNull(reading.next()));

        assertThat(readings.write(file, read, reading)).isTrue();
        assertThat(readings.write(file, read, reading)).isFalse();

        assertThat(done(id).counts().matched()).isEqualTo(1);
    }

    @Test
    void whatMatchesNothingIsListedWithWhatItMayBe() throws IOException {
        var mistyped = paid();
        paid();
        var wrong = ntpn(mistyped).substring(0, 15) + (ntpn(mistyped).endsWith("0") ? "1" : "0");

        var file = read(HEADING + "%s,%s,%s,%s,650000\n".formatted("", wrong, "0", DAY));

        assertThat(file.counts().unmatched()).isEqualTo(1);
        var task = work.tasks(file, 0).getFirst();
        assertThat(task.line().state()).isEqualTo(Lines.State.UNKNOWN);
        assertThat(task.suggestions()).isNotEmpty();
        assertThat(task.suggestions().getFirst().booked().bill()).isEqualTo(mistyped.id());
        assertThat(task.suggestions().getFirst().nearness()).isGreaterThan(80);
    }

    @Test
    void whatIsMatchedByHandNeedsAReasonAndLeavesTheList() throws IOException {
        var bill = paid();
        var file = read(HEADING + ",ZZZZZZZZZZZZZZZZ,0," + DAY + ",650000\n");

        assertThat(decide(file, 2, bill.id().toString(), "")).hasStatusOk();
        assertThat(work.left(file)).isEqualTo(1);
        assertThat(decide(file, 2, bill.id().toString(), "NTPN salah ketik")).hasStatus3xxRedirection();

        assertThat(states(file)).containsExactly("MATCHED_BY_HAND");
        assertThat(work.left(file)).isZero();
        assertThat(work.missing(file)).isEmpty();
        assertThat(db.sql("SELECT after, why FROM audit.entry WHERE act = 'LINE_SETTLED' AND subject = ?")
                        .param(file.id() + "/2")
                        .query((row, _) ->
                                row.getString("after") + ": " + seals.open(row.getString("why"), "audit.entry.why"))
                        .list())
                .containsExactly("MATCHED_BY_HAND: NTPN salah ketik");
    }

    @Test
    void whyALineWasSettledStandsSealedInTheFileAndInTheBooksAndIsSealedAnew() throws IOException {
        var file = read(HEADING + ",ZZZZZZZZZZZZZZZ3,0," + DAY + ",650000\n");

        decide(file, 2, "titipan", "setoran Bapak Wayan");

        var line = sealedReason("SELECT why FROM reconciliation.line WHERE file = :file AND line = 2", file);
        var books = sealedReason("""
                        SELECT reason.why
                          FROM treasury.reason
                          JOIN treasury.entry ON entry.id = reason.entry
                         WHERE starts_with(entry.subject, CAST(:file AS text))
                        """, file);
        assertThat(seals.open(line, "reconciliation.line.why")).isEqualTo("setoran Bapak Wayan");
        assertThat(seals.open(books, "treasury.reason.why")).isEqualTo("setoran Bapak Wayan");
        for (var table : List.of("reconciliation.line", "treasury.reason")) {
            walk(holders.stream()
                    .filter(holder -> holder.table().equals(table))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(sealedReason("SELECT why FROM reconciliation.line WHERE file = :file AND line = 2", file))
                .isNotEqualTo(line)
                .satisfies(again ->
                        assertThat(seals.open(again, "reconciliation.line.why")).isEqualTo("setoran Bapak Wayan"));
    }

    private void walk(HoldsSealed holder) {
        transactions.executeWithoutResult(_ -> {
            var reached = new UUID(0, 0);
            for (var some = holder.sealAnew(reached, 2); !some.isEmpty(); some = holder.sealAnew(reached, 2)) {
                reached = some.getLast();
            }
        });
    }

    private String sealedReason(String sql, DailyFile file) {
        var why =
                db.sql(sql).param("file", file.id().value()).query(String.class).single();
        assertThat(why).startsWith("§").doesNotContain("Wayan");
        return why;
    }

    @Test
    void aPaymentHasOneLineByHandToo() throws IOException {
        var bill = paid();
        var file = read(HEADING + ",ZZZZZZZZZZZZZZZ1,0," + DAY + ",650000\n,ZZZZZZZZZZZZZZZ2,0," + DAY + ",650000\n");
        decide(file, 2, bill.id().toString(), "sama jumlah dan hari");

        assertThatThrownBy(() -> work.match(file, 3, bill.id(), treasurer.account(), "juga"))
                .isInstanceOf(ReconciliationRefused.PaymentMatched.class);
        assertThatThrownBy(() -> work.setAside(file, 2, treasurer.account(), "juga"))
                .isInstanceOf(ReconciliationRefused.AlreadySettled.class);
        assertThatThrownBy(() -> work.match(file, 3, BillId.next(), treasurer.account(), "juga"))
                .isInstanceOf(ReconciliationRefused.PaymentUnknown.class);
        assertThat(states(file)).containsExactly("MATCHED_BY_HAND", "UNKNOWN");
    }

    @Test
    void anotherAmountIsDecidedByAPersonAndTheDifferenceBooked() throws IOException {
        var bill = paid();
        var file = read(HEADING + "%s,%s,1,%s,600000\n".formatted(bill.billingCode(), ntpn(bill), DAY));
        assertThat(states(file)).containsExactly("WRONG_AMOUNT");

        decide(file, 2, bill.id().toString(), "bank memotong biaya");

        assertThat(books.booked(bill.id())).containsEntry("CASH", 600_000L).containsEntry("UNIDENTIFIED", 50_000L);
    }

    @Test
    void moneyNobodyKnowsIsBookedAsUnidentified() throws IOException {
        var file = read(HEADING + ",ZZZZZZZZZZZZZZZZ,0," + DAY + ",123456\n,YYYYYYYYYYYYYYYY,0," + DAY + ",1\n");

        decide(file, 2, "titipan", "belum diketahui");
        decide(file, 3, "bukan", "milik kantor lain");

        assertThat(states(file)).containsExactly("UNIDENTIFIED", "SET_ASIDE");
        assertThat(books.corrected(file.id() + "/2"))
                .containsEntry("CASH", 123_456L)
                .containsEntry("UNIDENTIFIED", -123_456L);
        assertThat(books.corrected(file.id() + "/3")).isEmpty();
    }

    @Test
    void aPaymentNoLineNamesIsListed() throws IOException {
        var named = paid();
        var missing = paid();

        var file = read(HEADING + line(named));

        assertThat(work.missing(file)).extracting(booked -> booked.bill()).containsExactly(missing.id());
        assertThat(text(file)).contains("Pembayaran yang tidak disebut", ntpn(missing));
    }

    @Test
    void linesNobodyCanReadAreShownWithTheirNumber() throws IOException {
        var file = read(HEADING + line(paid()) + "rusak;sekali\n");

        assertThat(text(file)).contains("Baris 3", "rusak;sekali");
        assertThat(db.sql("SELECT said FROM reconciliation.malformed WHERE file = ?")
                        .param(file.id().value())
                        .query(String.class)
                        .single())
                .startsWith("§")
                .doesNotContain("rusak");
    }

    @Test
    void whatWasSealedForReadingIsGoneOnceItIsRead() throws IOException {
        var file = read(HEADING + line(paid()));

        assertThat(db.sql("SELECT count(*) FROM reconciliation.piece WHERE file = ?")
                        .param(file.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        assertThat(read("%PDF-1.7 " + office).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void aFileLargerThanAPieceIsReadAsAWhole() throws IOException {
        var many = HEADING
                + ("000000000000000,%s,1," + DAY + ",1\n")
                        .formatted("Q".repeat(16))
                        .repeat(12_000);

        var file = read(many + line(paid()));

        assertThat(file.bytes()).isGreaterThan(2L * Pieces.SIZE);
        assertThat(file.counts()).isEqualTo(new DailyFile.Counts(1, 0, 0, 12_000, 0));
    }

    @Test
    void aFileIsUploadedByTheTreasurerAndSeenByNoOtherOffice() throws IOException {
        var bill = paid();
        var content = HEADING + line(bill);
        var sent = browser.post()
                .uri("/petugas/bendahara/pencocokan")
                .multipart()
                .file(new MockMultipartFile("berkas", "../simponi 1.csv", "text/csv", content.getBytes(UTF_8)))
                .param("sumber", "simponi")
                .with(csrf())
                .with(as(treasurer))
                .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        var address = String.valueOf(sent.getResponse().getRedirectedUrl());
        done(FileId.of(address.substring(address.lastIndexOf('/') + 1)));

        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara/pencocokan")
                        .with(as(treasurer))
                        .exchange()))
                .contains("simponi 1.csv", "1 cocok");
        assertThat(browser.get().uri(address).with(as(treasurer))).hasStatusOk();
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);
        assertThat(browser.get().uri(address).with(as(elsewhere))).hasStatus(404);
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        var sent = browser.post()
                .uri("/petugas/bendahara/pencocokan")
                .with(csrf())
                .with(as(treasurer))
                .exchange();

        assertThat(Browser.text(sent)).contains("Pilih berkas dulu");
    }

    @Test
    void whatLiesInTheFolderIsTakenOnceAndKept(@TempDir Path folder) throws IOException {
        var place = Files.createDirectories(folder.resolve(office.value()).resolve("simponi"));
        var old = Files.writeString(place.resolve("lama.csv"), HEADING + line(paid()));
        Files.setLastModifiedTime(old, FileTime.from(world.clock().instant().minus(Duration.ofMinutes(5))));
        var fresh = Files.writeString(place.resolve("baru.csv"), HEADING);
        Files.setLastModifiedTime(fresh, FileTime.from(world.clock().instant()));

        new Folder(folder, files, world.clock()).takeAll();
        new Folder(folder, files, world.clock()).takeAll();

        assertThat(fresh).exists();
        assertThat(known.newest(office)).singleElement().satisfies(file -> {
            assertThat(place.resolve("diambil/" + file.id() + "-lama.csv")).exists();
            assertThat(file.name()).isEqualTo("lama.csv");
            assertThat(done(file.id()).counts().matched()).isEqualTo(1);
        });
    }

    /** A bank names its file the same every day; the same file again is the one there was. */
    @Test
    void yesterdaysFileStaysBesideTodaysOfTheSameName(@TempDir Path folder) throws IOException {
        var place = Files.createDirectories(folder.resolve(office.value()).resolve("simponi"));
        var contents = List.of(HEADING + line(paid()), HEADING + line(paid()));

        for (var content : List.of(contents.getFirst(), contents.getLast(), contents.getLast())) {
            lay(place.resolve("simponi.csv"), content);
            new Folder(folder, files, world.clock()).takeAll();
        }

        try (var kept = Files.list(place.resolve("diambil"))) {
            assertThat(kept.map(ReconciliationTest::text)).containsExactlyInAnyOrderElementsOf(contents);
        }
    }

    /** Nor do an office's files wait for those beside them that cannot be taken. */
    @Test
    void noOfficeWaitsForTheFoldersOfOthers(@TempDir Path folder) throws IOException {
        for (int other = 0; other < 25; other++) {
            Files.createDirectories(
                    folder.resolve("a-kanim-%02d".formatted(other)).resolve("bank"));
        }
        var place = Files.createDirectories(folder.resolve(office.value()).resolve("bank"));
        for (int fresh = 0; fresh < 25; fresh++) {
            Files.writeString(place.resolve("baru-%02d.csv".formatted(fresh)), HEADING);
            Files.setLastModifiedTime(
                    place.resolve("baru-%02d.csv".formatted(fresh)),
                    FileTime.from(world.clock().instant()));
        }
        lay(place.resolve("lama.csv"), HEADING + line(paid()));

        new Folder(folder, files, world.clock()).takeAll();

        assertThat(known.newest(office))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("lama.csv"));
    }

    private void lay(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(world.clock().instant().minus(Duration.ofMinutes(5))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the bills its lines name: whether all such files got out, or a treasurer should not have opened one. */
    @Test
    void whoeverPaidWhatAFileNamesIsFoundForABreach() throws IOException {
        var payer = SignedInPeople.applicant(accounts);
        var other = SignedInPeople.applicant(accounts);
        var bill = bills.pay(bills.open(payer.account(), ApplicationId.next()), PAID_AT);
        books.place(bill.id(), office);
        var file = read(HEADING + line(bill));
        bills.pay(bills.open(other.account(), ApplicationId.next()), PAID_AT);
        assertThat(browser.get()
                        .uri("/petugas/bendahara/pencocokan/" + file.id())
                        .with(as(treasurer)))
                .hasStatusOk();

        assertThat(concerned("KIND", "jenis", "daily-files"))
                .contains(payer.account().toString())
                .doesNotContain(other.account().toString());
        assertThat(concerned("OFFICER", "petugas", treasurer.account().toString())
                        .lines())
                .filteredOn(line -> !line.startsWith("account,"))
                .singleElement()
                .asString()
                .startsWith(payer.account().toString());
    }

    /** The list of those a breach concerns that is noted now, as the authority gets it. */
    private String concerned(String source, String field, String name) {
        var protector = SignedInPeople.officer(accounts, office, Role.DATA_PROTECTION_OFFICER);
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        var noted = browser.post()
                .uri("/petugas/data/insiden")
                .param("apa", "Berkas harian bocor.")
                .param("tindakan", "Aksesnya dicabut.")
                .param("mulai", now.minusHours(2).toString())
                .param("sampai", now.toString())
                .param("diketahui", now.toString())
                .param("sumber", source)
                .param(field, name)
                .with(as(protector))
                .with(csrf())
                .exchange();
        assertThat(noted).hasStatus3xxRedirection();
        var list = browser.post()
                .uri(noted.getResponse().getRedirectedUrl() + "/daftar")
                .with(as(protector))
                .with(csrf())
                .exchange();
        assertThat(list).hasStatusOk();
        return Browser.text(list);
    }

    private Bill paid() {
        var bill = bills.pay(bills.open(), PAID_AT);
        books.place(bill.id(), office);
        return bill;
    }

    private String line(Bill bill) {
        var payment = Objects.requireNonNull(bill.payment());
        return "%s,%s,%s,%s,%d\n"
                .formatted(
                        bill.billingCode(),
                        payment.stateReceiptNumber(),
                        payment.bankTransactionNumber(),
                        DAY,
                        bill.amount().amount());
    }

    private static String ntpn(Bill bill) {
        return Objects.requireNonNull(bill.payment()).stateReceiptNumber();
    }

    private FileId take(String content) throws IOException {
        return files.take("uji.csv", Source.BILLER, office, treasurer.account(), bytes(content));
    }

    /** Stored, and not read by the task: somebody else is at it. */
    private FileId store(String content) throws IOException {
        var id = take(content);
        done(id);
        db.sql("DELETE FROM reconciliation.line WHERE file = ?")
                .param(id.value())
                .update();
        db.sql("DELETE FROM reconciliation.malformed WHERE file = ?")
                .param(id.value())
                .update();
        db.sql("""
                        UPDATE reconciliation.file
                           SET state = 'READING', position = 0, line = 0, matched = 0, repeated = 0, outgoing = 0,
                               unmatched = 0, malformed = 0, done_at = NULL
                         WHERE id = ?
                        """).param(id.value()).update();
        var bytes = content.getBytes(UTF_8);
        for (int number = 0; number * Pieces.SIZE < bytes.length; number++) {
            var end = Math.min(bytes.length, (number + 1) * Pieces.SIZE);
            pieces.add(id, number, Arrays.copyOfRange(bytes, number * Pieces.SIZE, end));
        }
        return id;
    }

    private DailyFile read(String content) throws IOException {
        return done(take(content));
    }

    private DailyFile done(FileId id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            files.readAll(id);
                            return known.find(id).orElseThrow();
                        },
                        file -> file.state() == State.DONE || file.state() == State.REFUSED);
    }

    private MvcTestResult decide(DailyFile file, long line, String decision, String why) {
        return browser.post()
                .uri("/petugas/bendahara/pencocokan/" + file.id() + "/" + line)
                .param("keputusan", decision)
                .param("alasan", why)
                .with(csrf())
                .with(as(treasurer))
                .exchange();
    }

    private String text(DailyFile file) {
        return Browser.text(browser.get()
                .uri("/petugas/bendahara/pencocokan/" + file.id())
                .with(as(treasurer))
                .exchange());
    }

    private List<String> states(DailyFile file) {
        return db.sql("SELECT state FROM reconciliation.line WHERE file = ? ORDER BY line")
                .param(file.id().value())
                .query((row, _) -> row.getString("state"))
                .list();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
