package titian.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import titian.reconciliation.Line.Item;
import titian.reconciliation.Line.Malformed;
import titian.reconciliation.Line.Malformed.Why;
import titian.shared.OfficeId;

/** What stands in files of banks and billers, well written and not, read from the start or from anywhere between. */
class ReadingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-08");

    private static final String STATEMENT = """
            :20:TITIAN20261208
            :25:0012345678
            :28C:343/1
            :60F:C261207IDR1000000,00
            :61:2612081208C650000,00NTRFMPNG3//BANKREF0000001
            :86:PNBP NTPN:0123456789ABCDEF KODE BILLING 820261208000001
             NTB:000000000017
            :61:2612081208D350000,NTRFREFUND
            :86:PENGEMBALIAN
            :62F:C261208IDR1300000,00
            -
            """;

    @Test
    void aTableIsReadWhateverSeparatesItsColumns() throws IOException {
        for (var separator : List.of(",", ";", "|", "\t")) {
            var table = """
                    kode_billing,ntpn,ntb,tgl_bayar,jumlah
                    820261208000001,0123456789ABCDEF,000000000017,2026-12-08 10:15:00,650000
                    820261208000002,0123456789ABCDE0,000000000018,08/12/2026,350000.00
                    """.replace(",", separator);

            assertThat(read(table))
                    .containsExactly(
                            new Item(2, "820261208000001", "0123456789ABCDEF", "000000000017", 650_000, DAY, false),
                            new Item(3, "820261208000002", "0123456789ABCDE0", "000000000018", 350_000, DAY, false));
        }
    }

    @Test
    void columnsMayStandInAnyOrderWithOthersBetweenAndInQuotes() throws IOException {
        var table =
                "\uFEFFNo;\"Tanggal Bayar\";Nama;Jumlah;NTPN\r\n1;\"20261208\";\"A; \"\"B\"\"\";650000;0123456789abcdef\r\n";

        assertThat(read(table)).containsExactly(new Item(2, "", "0123456789ABCDEF", "", 650_000, DAY, false));
    }

    @Test
    void whatMakesNoSenseIsReportedWithItsNumberAndNothingIsLost() throws IOException {
        var table = """
                kode_billing,ntpn,ntb,tgl_bayar,jumlah
                820261208000001,0123456789ABCDEF,17,2026-12-08,650000
                820261208000001,0123456789ABCDEF,17,2026-12-08

                820261208000001,0123456789ABCDEF,17,2026-12-08,650.000
                820261208000001,0123456789ABCDEF,17,2026-12-08,-650000
                820261208000001,0123456789ABCDEF,17,2026-13-08,650000
                12,34,17,2026-12-08,650000
                %s
                820261208000002,0123456789ABCDE0,18,2026-12-08,350000""".formatted("x".repeat(10_000));

        assertThat(read(table))
                .extracting(Line::number, line -> line instanceof Malformed malformed ? malformed.why() : null)
                .containsExactly(
                        tuple(2L, null),
                        tuple(3L, Why.COLUMNS),
                        tuple(5L, Why.AMOUNT),
                        tuple(6L, Why.AMOUNT),
                        tuple(7L, Why.DAY),
                        tuple(8L, Why.NUMBERS),
                        tuple(9L, Why.TOO_LONG),
                        tuple(10L, null));
    }

    @Test
    void anAccountStatementIsReadWithWhatStandsBelowItsMovements() throws IOException {
        assertThat(read(STATEMENT))
                .containsExactly(
                        new Item(5, "820261208000001", "0123456789ABCDEF", "000000000017", 650_000, DAY, false),
                        new Item(8, "", "", "", 350_000, DAY, true));
    }

    @Test
    void aStatementWhoseBalanceIsNotTheSumOfItsMovementsIsReported() throws IOException {
        assertThat(read(STATEMENT.replace("IDR1300000", "IDR1300001")).getLast())
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.why()).isEqualTo(Why.BALANCE);
                    assertThat(malformed.number()).isEqualTo(10);
                });
    }

    @Test
    void whatIsNotInRupiahIsNeverCountedAsRupiah() throws IOException {
        assertThat(read(STATEMENT.replace("IDR", "USD")))
                .extracting(Line::number, line -> ((Malformed) line).why())
                .containsExactly(
                        tuple(4L, Why.CURRENCY),
                        tuple(5L, Why.CURRENCY),
                        tuple(8L, Why.CURRENCY),
                        tuple(10L, Why.CURRENCY));

        var table = """
                ntpn,mata uang,tgl_bayar,jumlah
                0123456789ABCDEF,USD,2026-12-08,650000
                0123456789ABCDE0,idr,2026-12-08,350000
                0123456789ABCDE1,,2026-12-08,100000
                """;
        assertThat(read(table))
                .hasSize(3)
                .first()
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.why()).isEqualTo(Why.CURRENCY));
        assertThat(read(table).subList(1, 3))
                .allSatisfy(line -> assertThat(line).isInstanceOf(Item.class));
    }

    /** In one file an account in dollars may follow one in rupiah, and the reading be left between them. */
    @Test
    void aStatementInAnotherCurrencyIsKnownWhereverTheReadingIsTakenUp() throws IOException {
        var both = STATEMENT + STATEMENT.replace("IDR", "USD") + STATEMENT;
        var reading = Reading.of(file(0, 0, null), bytes(both)).orElseThrow();
        for (int i = 0; i < 4; i++) {
            reading.next();
        }
        var later = Reading.of(file(reading.position(), reading.line(), reading.balance()), bytes(both))
                .orElseThrow();

        assertThat(later.next()).isInstanceOf(Malformed.class);
        assertThat(later.next()).as("the closing balance").isInstanceOf(Malformed.class);
        assertThat(later.next()).as("rupiah again").isInstanceOf(Item.class);
    }

    @Test
    void aMarkAtTheBeginningAndEndsOfLinesAsWindowsWritesThemChangeNothing() throws IOException {
        assertThat(read("\uFEFF" + STATEMENT.replace("\n", "\r\n"))).isEqualTo(read(STATEMENT));
        var table = "ntpn,tanggal,jumlah\n0123456789ABCDEF,2026-12-08,1\n";
        assertThat(read("\uFEFF" + table.replace("\n", "\r\n"))).isEqualTo(read(table));
        assertThat(read(table.strip())).as("no end to the last line").isEqualTo(read(table));
    }

    @Test
    void whatComesBrokenIsReportedAndItsNeighboursAreRead() throws IOException {
        var good = "0123456789ABCDEF,2026-12-08,1\n";
        for (var broken : List.of(
                "\"0123456789ABCDEF,2026-12-08,1",
                "0123456789ABCDEF,2026-12-08,1,",
                "0123456789ABCDEF,2026-12-08,\u0661",
                "0123456789ABCDEF,2026-12-08,1e3",
                "0123456789ABCDEF,2026-12-08,99999999999999999999",
                "0123456789\u0000BCDEF,2026-12-08,1",
                "\u0000\u0001\u0002",
                "0123456789ABCDEF,2026-02-30,1",
                "=HYPERLINK(1),2026-12-08,1")) {
            assertThat(read("ntpn,tanggal,jumlah\n" + good + broken + "\n" + good))
                    .as(broken)
                    .hasSize(3)
                    .satisfies(lines -> assertThat(lines.get(1)).isInstanceOf(Malformed.class))
                    .satisfies(lines -> assertThat(lines.getFirst()).isInstanceOf(Item.class))
                    .satisfies(lines -> assertThat(lines.getLast()).isInstanceOf(Item.class));
        }
    }

    @Test
    void aTableInAnotherCharsetIsNotRead() throws IOException {
        var bytes = "ntpn,tanggal,jumlah\n0123456789ABCDEF,2026-12-08,1\n".getBytes(UTF_16);
        assertThat(Reading.of(
                        file(0, 0, null),
                        position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position)))
                .isEmpty();
    }

    @Test
    void brokenMovementsAreReportedWithTheirNumber() throws IOException {
        var statement = """
                :20:TITIAN
                :61:26120812
                :61:2613081208C650000,00NTRFMPNG3
                :61:2612081208C650000,50NTRFMPNG3
                :86:NTPN 0123456789ABCDEF
                61:2612081208C650000,00NTRFMPNG3
                """;

        assertThat(read(statement))
                .extracting(Line::number, line -> ((Malformed) line).why())
                .containsExactly(tuple(2L, Why.TAG), tuple(3L, Why.DAY), tuple(4L, Why.AMOUNT), tuple(6L, Why.TAG));
    }

    @Test
    void aReadingLeftAnywhereGoesOnThere() throws IOException {
        for (var text : List.of(
                STATEMENT,
                "ntpn,tanggal,jumlah\r\n0123456789ABCDEF,2026-12-08,1\r\nx\r\n0123456789ABCDE0,2026-12-08,2")) {
            var whole = read(text);
            for (int left = 0; left <= whole.size(); left++) {
                var file = file(0, 0, null);
                var first = new ArrayList<Line>();
                var reading = Reading.of(file, bytes(text)).orElseThrow();
                for (int i = 0; i < left; i++) {
                    first.add(reading.next());
                }
                var later = Reading.of(file(reading.position(), reading.line(), reading.balance()), bytes(text))
                        .orElseThrow();
                for (var line = later.next(); line != null; line = later.next()) {
                    first.add(line);
                }
                assertThat(first).as("left after %d items", left).isEqualTo(whole);
            }
        }
    }

    @Test
    void whatIsNeitherTableNorStatementIsNotRead() throws IOException {
        for (var text :
                List.of("", "\n\n", "%PDF-1.7\n", "nama,alamat\nA,B\n", "ntpn;keterangan\n", "x".repeat(100_000))) {
            assertThat(Reading.of(file(0, 0, null), bytes(text)))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEmpty();
        }
    }

    @Test
    void numbersThatDifferByALetterAreAlike() {
        assertThat(Suggestion.likeness("0123456789ABCDEF", "0123456789ABCDEF")).isEqualTo(1);
        assertThat(Suggestion.likeness("0123456789ABCDEF", "0123456789ABCDE0")).isBetween(0.8, 0.9);
        assertThat(Suggestion.likeness("0123456789ABCDEF", "FEDCBA9876543210")).isLessThan(0.3);
        assertThat(Suggestion.likeness("", "0123456789ABCDEF")).isZero();
    }

    private static List<Line> read(String text) throws IOException {
        var reading = Reading.of(file(0, 0, null), bytes(text)).orElseThrow();
        var lines = new ArrayList<Line>();
        for (var line = reading.next(); line != null; line = reading.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static Reading.Bytes bytes(String text) {
        var bytes = text.getBytes(UTF_8);
        return position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position);
    }

    private static DailyFile file(long position, long line, @Nullable Long balance) {
        return new DailyFile(
                FileId.next(),
                "uji.csv",
                Source.BANK,
                OfficeId.of("kanim-uji"),
                DailyFile.State.READING,
                1_000_000,
                position,
                line,
                balance,
                new DailyFile.Counts(0, 0, 0, 0, 0),
                null,
                null,
                Instant.EPOCH);
    }
}
