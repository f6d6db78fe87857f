package titian.waitingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import titian.ReadableProgram;
import titian.ReadableProgram.Verdict;

/** What {@code bin/verify-draw} finds: the real program, on a list written here, true and tampered with. */
class VerifyDrawTest {

    private static final int HEADING = 7;
    private static final ReadableProgram PROGRAM = new ReadableProgram("VerifyDraw");

    @TempDir
    Path folder;

    List<String> list;

    @BeforeEach
    void aTrueList() throws GeneralSecurityException {
        var chance = new Random(39);
        var seed = new byte[32];
        chance.nextBytes(seed);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        var tickets = Stream.generate(() -> {
                    var bytes = new byte[TicketId.LENGTH];
                    chance.nextBytes(bytes);
                    return TicketId.of(bytes).value();
                })
                .limit(30)
                .sorted(Comparator.comparing(ticket -> HexFormat.of().formatHex(mac.doFinal(ticket.getBytes(UTF_8)))))
                .toList();
        list = new ArrayList<>(List.of(
                "release,00000000-0000-0000-0000-000000000039",
                "office,kanim-contoh",
                "opens,2026-12-04T07:00:00Z",
                "seed_sha256,"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(seed)),
                "seed," + HexFormat.of().formatHex(seed),
                "tickets,30",
                "position,ticket"));
        for (int i = 0; i < tickets.size(); i++) {
            list.add((i + 1) + "," + tickets.get(i));
        }
    }

    @Test
    void aTrueDrawIsTrue() throws IOException {
        var file = Files.write(folder.resolve("undian.csv"), list);
        var verdict = ReadableProgram.of(List.of(
                "bin/verify-draw", file.toString(), "--hash", list.get(3).substring(12), "--ticket", ticket(4)));

        assertThat(verdict.text())
                .contains("is true")
                .contains("30 tickets stand in the order of their HMAC-SHA256, none missing, none twice")
                .contains("Ticket " + ticket(4) + " has position 5");
        assertThat(verdict.code()).isZero();
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering(
                        "another seed",
                        "The seed is not the one promised",
                        list -> with(list, 4, "seed," + "0".repeat(64))),
                tampering(
                        "another fingerprint",
                        "The seed is not the one promised",
                        list -> with(list, 3, "seed_sha256," + "0".repeat(64))),
                tampering("two tickets changed places", "out of order: its rank is smaller", list -> {
                    var ninth = list.get(HEADING + 8).split(",")[1];
                    var tenth = list.get(HEADING + 9).split(",")[1];
                    return with(with(list, HEADING + 8, "9," + tenth), HEADING + 9, "10," + ninth);
                }),
                tampering(
                        "a ticket twice",
                        "has a ticket that stands at position 3 already",
                        list -> with(
                                list, HEADING + 4, "5," + list.get(HEADING + 2).split(",")[1])),
                tampering("a row taken out", "Line 19 (13,", list -> without(list, HEADING + 11)),
                tampering(
                        "the last row taken out",
                        "says there were 30 tickets and holds 29",
                        list -> without(list, HEADING + 29)),
                tampering(
                        "a ticket put in",
                        "out of order",
                        list -> with(list, HEADING + 14, "15,00000-00000-00000-00000")),
                tampering(
                        "a name in place of a ticket",
                        "is no position and ticket",
                        list -> with(list, HEADING + 14, "15,Budi Santoso")),
                tampering("the list cut off", "breaks off before its first ticket", list -> list.subList(0, 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void whatWasTamperedWithIsFoundAndSaidInWords(String what, String said, UnaryOperator<List<String>> tamper)
            throws IOException {
        var verdict = verify(tamper.apply(list));

        assertThat(verdict.text()).contains("The draw is NOT true").contains(said);
        assertThat(verdict.code()).isEqualTo(1);
    }

    @Test
    void aFingerprintNotedBeforeIsHeldAgainstTheList() throws IOException {
        var verdict = verify(list, "--hash", "f".repeat(64));

        assertThat(verdict.text()).contains("is not the one you noted");
        assertThat(verdict.code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNotCalledUntrue() {
        var missing = folder.resolve("missing.csv").toString();
        assertThat(PROGRAM.run(List.of(missing)).code()).isEqualTo(2);
        assertThat(PROGRAM.run(List.of()).text()).contains("Usage: bin/verify-draw");
    }

    /** Whoever was handed the wrong file must not believe that somebody cheated. */
    @ParameterizedTest(name = "file {index}")
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "<!doctype html>\n<html><body>Undian</body></html>",
                "{\"office\":\"kanim-bogor\",\"days\":{}}",
                "position,ticket\n1,00000-00000-00000-00000",
                "release,kanim-bogor",
                "PK\u0003\u0004",
                "seed,0000\nrelease,00000000-0000-0000-0000-000000000039"
            })
    void aFileThatIsNoListSaysNothingAboutADraw(String text) throws IOException {
        var verdict = PROGRAM.run(
                List.of(Files.writeString(folder.resolve("lain.txt"), text).toString()));

        assertThat(verdict.text()).contains("This is not the list of a draw").doesNotContain("NOT true");
        assertThat(verdict.code()).isEqualTo(2);
    }

    @Test
    void aListSavedByAnEditorOrATableProgramIsAsTrueAsBefore() throws IOException {
        var saved = "\uFEFF" + String.join("\r\n", list) + "\r\n\r\n";

        var verdict = PROGRAM.run(List.of(
                Files.writeString(folder.resolve("undian-saya.csv"), saved).toString()));

        assertThat(verdict.text()).contains("The draw of release 00000000-0000-0000-0000-000000000039 is true");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void theListOfAnotherReleaseIsToldByItsFingerprint() throws IOException {
        var other = with(list, 0, "release,00000000-0000-0000-0000-000000000040");

        assertThat(verify(other, "--hash", "a".repeat(64)).text()).contains("is not the one you noted");
    }

    private Verdict verify(List<String> list, String... more) throws IOException {
        var file = Files.write(folder.resolve("undian.csv"), list);
        return PROGRAM.run(
                Stream.concat(Stream.of(file.toString()), Stream.of(more)).toList());
    }

    private String ticket(int index) {
        return list.get(HEADING + index).split(",")[1];
    }

    private static Arguments tampering(String what, String said, UnaryOperator<List<String>> tamper) {
        return Arguments.of(what, said, tamper);
    }

    private static List<String> with(List<String> list, int index, String row) {
        var changed = new ArrayList<>(list);
        changed.set(index, row);
        return changed;
    }

    private static List<String> without(List<String> list, int index) {
        var changed = new ArrayList<>(list);
        changed.remove(index);
        return changed;
    }
}
