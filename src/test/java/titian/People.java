package titian;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import titian.shared.Nik;

/** People for tests. Each call is someone new, so tests need not clean up after one another. */
public final class People {

    private static final DateTimeFormatter BIRTH_IN_NIK = DateTimeFormatter.ofPattern("ddMMyy");
    private static final int SERIALS = 10_000;
    private static final AtomicInteger SERIAL =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(SERIALS));

    private People() {}

    /** A woman or man nobody has met before, with a number that fits the day of birth. */
    public record Someone(Nik nik, String name, LocalDate birthDate, String email) {}

    /** An adult, not old: no rule for children or for the elderly holds while the clock says 2026. */
    public static Someone someone() {
        return bornOn(
                LocalDate.of(1970, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(30 * 365)));
    }

    /** A child nobody has met before, of six to ten years while the clock says 2026. */
    public static Someone child() {
        return bornOn(
                LocalDate.of(2016, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(4 * 365)));
    }

    /** An adult who is to be an officer, and whose name nobody takes for an applicant's. */
    public static Someone officer() {
        var someone = someone();
        return new Someone(
                someone.nik(), someone.name().replace("WARGA", "PETUGAS"), someone.birthDate(), someone.email());
    }

    /** Somebody of 61 to 76 years while the clock says 2026. */
    public static Someone old() {
        return bornOn(
                LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(15 * 365)));
    }

    private static Someone bornOn(LocalDate birthDate) {
        var random = ThreadLocalRandom.current();
        var nik = new Nik("3174%02d%s%04d".formatted(random.nextInt(1, 11), birthDate.format(BIRTH_IN_NIK), serial()));
        var letters = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        var email = letters.toString().toLowerCase(Locale.ROOT) + "@warga.example";
        return new Someone(nik, "WARGA " + letters, birthDate, email);
    }

    /** No two of ten thousand people share it. */
    private static int serial() {
        return SERIAL.updateAndGet(last -> last % (SERIALS - 1) + 1);
    }
}
