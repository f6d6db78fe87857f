package titian.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import titian.platform.CannotStart;

/**
 * A real PostgreSQL kept in a folder, for whoever starts Titian without one. Commits are durable, pages carry
 * checksums, only this machine can reach it and only with its password.
 *
 * <p>A postmaster that outlived its application is stopped first. PostgreSQL refuses to run as root, so root starts
 * it inside a user namespace of its own.
 */
class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String VERSION = "18.6";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NEEDED_BYTES = 300L * 1024 * 1024;

    private final Path home;
    private final Path cluster;
    private final Path binaries;
    private final FileChannel lockFile;
    private int port;

    /** Starts the server over the folder, making both if need be. */
    static EmbeddedPostgres start(Path home) {
        try {
            var postgres = new EmbeddedPostgres(home.toAbsolutePath().normalize());
            postgres.boot();
            return postgres;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + home.toAbsolutePath() + " could not be used: " + e.getMessage() + ".",
                    "Make the folder writable and free some disk space, then start again.",
                    e);
        }
    }

    private EmbeddedPostgres(Path home) throws IOException {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.binaries = home.resolve("server-" + VERSION);
        Files.createDirectories(home);
        this.lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return "postgres";
    }

    String password() {
        try {
            return Files.readString(home.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void boot() throws IOException {
        keepOthersOut();
        if (home.toFile().getUsableSpace() < NEEDED_BYTES) {
            throw new CannotStart(
                    "The disk that holds " + home + " has less than 300 MB free.", "Free some space and start again.");
        }
        unpackOnce();
        if (Files.notExists(cluster)) {
            initialise();
        } else {
            stopLeftOver();
        }
        port = freePort();
        var log = home.resolve("postgres.log");
        var outcome = run(
                "pg_ctl",
                "start",
                "--pgdata",
                cluster.toString(),
                "--wait",
                "--log",
                log.toString(),
                "--options",
                "-p " + port);
        if (outcome != 0) {
            throw new CannotStart(
                    "PostgreSQL could not open its data in " + cluster + ": it may be damaged (see " + log + ").",
                    "Restore the folder from a backup, or move it away to begin with an empty one.");
        }
        LOG.info("PostgreSQL {} runs on port {} with its data in {}", VERSION, port, cluster);
    }

    private void keepOthersOut() throws IOException {
        @Nullable FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new CannotStart(
                    "Another Titian is already using the data folder " + home + ".",
                    "Stop it first, or give this one a folder of its own (TITIAN_DATA).");
        }
    }

    private void unpackOnce() throws IOException {
        if (Files.isDirectory(binaries)) {
            return;
        }
        var archive = EmbeddedPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        if (archive == null) {
            throw new CannotStart(
                    "There is no PostgreSQL for this kind of machine in the program.",
                    "Give Titian a database of your own by SPRING_DATASOURCE_URL.");
        }
        var unfinished = Files.createTempDirectory(home, "unpacking-");
        try (var stream = new BufferedInputStream(archive)) {
            Archive.unpackTxz(stream, unfinished);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, binaries);
    }

    private void initialise() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var password = home.resolve("password");
        Files.writeString(password, HexFormat.of().formatHex(secret));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        var unfinished = home.resolve("cluster-unfinished");
        Archive.delete(unfinished);
        var outcome = run(
                "initdb",
                "--pgdata",
                unfinished.toString(),
                "--username",
                user(),
                "--pwfile",
                password.toString(),
                "--auth",
                "scram-sha-256",
                "--data-checksums",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--locale",
                "C");
        if (outcome != 0) {
            throw new CannotStart(
                    "PostgreSQL could not make its data folder in " + home + " (see initdb.log there).",
                    "Check that the folder is writable, and as root that `unshare -U true` works.");
        }
        Files.writeString(unfinished.resolve("postgresql.auto.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                shared_buffers = 128MB
                timezone = 'UTC'
                log_timezone = 'UTC'
                """);
        Files.move(unfinished, cluster);
    }

    private void stopLeftOver() throws IOException {
        if (Files.notExists(cluster.resolve("PG_VERSION")) || Files.notExists(home.resolve("password"))) {
            throw new CannotStart(
                    "The folder " + cluster + " is not a PostgreSQL data folder: it is damaged or something else.",
                    "Restore it from a backup, or move it away to begin with an empty one.");
        }
        var mark = cluster.resolve("postmaster.pid");
        var holder = Files.exists(mark) ? holder(mark) : Optional.<ProcessHandle>empty();
        if (holder.isEmpty()) {
            return; // PostgreSQL sees by itself that whoever left the mark is gone
        }
        if (isStranger(holder.get())) {
            LOG.info("A database left its mark in {} and is gone; its number is somebody else's now", cluster);
            Files.deleteIfExists(mark);
        } else {
            LOG.info("A database outlived its application in {} and is stopped first", cluster);
            run("pg_ctl", "stop", "--pgdata", cluster.toString(), "--mode", "fast", "--wait");
        }
    }

    private static Optional<ProcessHandle> holder(Path mark) throws IOException {
        try (var lines = Files.lines(mark)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(first -> first.matches("\\d{1,9}"))
                    .flatMap(first -> ProcessHandle.of(Long.parseLong(first)));
        }
    }

    /** After a power cut the number in the mark may be anybody's, whom PostgreSQL's own tools would stop or wait for. */
    private boolean isStranger(ProcessHandle holder) throws IOException {
        var ours = home.toRealPath();
        return holder.info()
                .command()
                .filter(command -> !Path.of(command).startsWith(ours))
                .isPresent();
    }

    private int run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve(program + ".log").toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "--pgdata", cluster.toString(), "--mode", "fast", "--wait");
        lockFile.close();
    }
}
