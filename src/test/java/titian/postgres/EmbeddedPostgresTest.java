package titian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import titian.platform.CannotStart;

/** The database that comes with the program keeps its data through everything that happens to processes. */
class EmbeddedPostgresTest {

    @TempDir
    static Path shared;

    @TempDir
    Path home;

    /** Unpacking takes longer than everything else here; from then on each home has the server by another name. */
    @BeforeEach
    void findsTheServerUnpacked() throws Exception {
        if (Files.notExists(shared.resolve("cluster"))) {
            EmbeddedPostgres.start(shared).close();
        }
        try (var inside = Files.newDirectoryStream(shared, "server-*")) {
            var copy = new ProcessBuilder("cp", "-al", inside.iterator().next().toString(), home.toString());
            assertThat(copy.start().waitFor()).isZero();
        }
    }

    @Test
    void keepsItsDataWhenStartedAgain() throws Exception {
        try (var first = EmbeddedPostgres.start(home)) {
            write(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var second = EmbeddedPostgres.start(home)) {
            assertThat(answer(second)).isEqualTo(42);
            assertThat(settingOf(second, "fsync")).isEqualTo("on");
            assertThat(settingOf(second, "data_checksums")).isEqualTo("on");
        }
    }

    /** The application is killed; its postmaster lives on, holding the folder. */
    @Test
    void takesOverFromAKilledApplication() throws Exception {
        var killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphan.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(killed.getInputStream()))) {
            assertThat(said.lines().anyMatch("written"::equals)).isTrue();
        }
        killed.destroyForcibly().waitFor();

        try (var heir = EmbeddedPostgres.start(home)) {
            assertThat(answer(heir)).isEqualTo(42);
        }
    }

    /** After a power cut the number of the process in the database's mark may belong to anybody. */
    @Test
    void leavesAStrangersProcessAlone() throws Exception {
        EmbeddedPostgres.start(home).close();
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            var mark = home.resolve("cluster").resolve("postmaster.pid");
            Files.writeString(mark, "%d%n%s%n".formatted(stranger.pid(), mark.getParent()));
            try (var postgres = EmbeddedPostgres.start(home)) {
                assertThat(settingOf(postgres, "data_checksums")).isEqualTo("on");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void letsOneApplicationInAtATime() throws Exception {
        try (var _ = EmbeddedPostgres.start(home)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("already using the data folder")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("TITIAN_DATA"));
        }
    }

    @Test
    void saysThatAFolderIsDamaged() throws Exception {
        Files.createDirectories(home.resolve("cluster"));
        Files.writeString(home.resolve("cluster").resolve("stray"), "not a database");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("damaged");
    }

    @Test
    void saysThatItsPasswordIsLost() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.delete(home.resolve("password"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("damaged");
    }

    @Test
    void saysThatItsPagesAreDamaged() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(home.resolve("cluster").resolve("global").resolve("pg_control"), "rubbish");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("may be damaged")
                .satisfies(refused -> assertThat(refused.remedy()).contains("backup"));
    }

    @Test
    void opensOnlyWithItsPassword() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"));
        }
    }

    private static void write(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(read(postgres, "SELECT answer FROM kept"));
    }

    private static String settingOf(EmbeddedPostgres postgres, String name) throws SQLException {
        return read(postgres, "SHOW " + name);
    }

    private static String read(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** An application that starts a database, writes, and waits to be killed. */
    static class Orphan {
        public static void main(String... arguments) throws Exception {
            write(EmbeddedPostgres.start(Path.of(arguments[0])), "CREATE TABLE kept AS SELECT 42 AS answer");
            System.out.println("written");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
