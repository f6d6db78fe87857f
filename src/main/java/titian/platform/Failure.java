package titian.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.core.NestedExceptionUtils;

/** What it means for whoever asked that their statement failed. */
public enum Failure {
    /** The database or the line to it is away. */
    GONE,
    /** Somebody holds on to what it needs, or the database is slow: asked again at once, it would wait again. */
    HELD_UP,
    /** Somebody else was quicker, or two waited for each other: done once more, it will come out. */
    OUTRUN,
    /** It lies in what was asked. */
    ITS_OWN;

    public static Failure of(Exception failed) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failed);
        if (cause instanceof SQLTransientConnectionException) {
            return GONE;
        }
        return cause instanceof SQLException said ? of(String.valueOf(said.getSQLState())) : ITS_OWN;
    }

    private static Failure of(String state) {
        return switch (state) {
            case "40001", "40P01", "23505" -> OUTRUN;
            case "55P03", "57014" -> HELD_UP;
            default -> state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") ? GONE : ITS_OWN;
        };
    }
}
