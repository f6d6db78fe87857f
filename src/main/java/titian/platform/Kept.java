package titian.platform;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of record about people: where it is kept, for how long, and by which law.
 *
 * @param kind  its name in docs/processing.md, as in {@code letters}
 * @param going how it goes
 * @param time  how long it is kept; nothing where it goes with something else
 * @param basis the law by which it is kept that long
 * @param rows  its tables, those that refer to others first, and which rows of them are too old
 */
public record Kept(String kind, Going going, Period time, Basis basis, List<Rows> rows) {

    public Kept {
        rows = List.copyOf(rows);
    }

    /** How records of a kind go. */
    public enum Going {
        /** Rows are deleted once they are too old. */
        SWEPT,
        /** The applications named by {@code id} are forgotten in every module once they are too old. */
        APPLICATIONS,
        /** The accounts named by {@code id} are forgotten in every module once they are too old, unless a hold waits. */
        ACCOUNTS,
        /** Forgotten with the application it belongs to. */
        WITH_APPLICATION,
        /** Forgotten with the account it belongs to. */
        WITH_ACCOUNT,
        /** Goes when the thing it stands for ends; nothing old is left to sweep. */
        PASSING,
        /** Kept as it is: the house has no right to change it. */
        STAYS
    }

    /** Why a kind is kept at all, and may be for that long. */
    public enum Basis {
        /** UU 6/2011, PP 31/2013, UU 25/2009: the public task of issuing passports. */
        PASSPORT_SERVICE,
        /** UU 17/2003, UU 1/2004, PP 58/2020: state revenue is accounted for ten years. */
        STATE_REVENUE,
        /** UU 27/2022 art. 35-39: keeping accounts and data safe. */
        SECURITY,
        /** UU 27/2022 art. 31, 37, UU 43/2009: showing what was done with people's data. */
        ACCOUNTABILITY,
        /** UU 27/2022 art. 20 (2) a: the person agreed. */
        CONSENT
    }

    /**
     * Rows of a table.
     *
     * @param old what holds of a row that is too old, as SQL that compares with {@code :before}
     */
    public record Rows(String table, String old) {}

    /** Rows that are deleted once they are too old. */
    public static Kept swept(String kind, Period time, Basis basis, Rows... rows) {
        return new Kept(kind, Going.SWEPT, time, basis, List.of(rows));
    }

    public static Kept withApplication(String kind, Basis basis, String... tables) {
        return new Kept(kind, Going.WITH_APPLICATION, Period.ZERO, basis, tables(tables));
    }

    public static Kept withAccount(String kind, Basis basis, String... tables) {
        return new Kept(kind, Going.WITH_ACCOUNT, Period.ZERO, basis, tables(tables));
    }

    public static Kept passing(String kind, Basis basis, String... tables) {
        return new Kept(kind, Going.PASSING, Period.ZERO, basis, tables(tables));
    }

    private static List<Rows> tables(String... tables) {
        return Stream.of(tables).map(table -> new Rows(table, "false")).toList();
    }

    /** Whoever is older than this has been kept long enough. */
    public Instant before(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(time).toInstant();
    }
}
