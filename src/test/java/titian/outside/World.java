package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The outside world in one process: one HTTP port for the registry, the billing, the bank, the inbox, the clock and
 * the faults, and one SMTP port.
 *
 * <p>Started by {@link #main} beside Titian, or by {@link #start} inside a test. Settings come from system properties
 * or the environment: {@code OUTSIDE_PORT} (8090), {@code OUTSIDE_SMTP_PORT} (3025), {@code OUTSIDE_DATA}
 * (data/outside), {@code TITIAN_URL} (http://127.0.0.1:8080), {@code NOTICE_URL} (Titian's
 * /simponi/pemberitahuan), {@code NOTICE_SECRET} (simponi-dev).
 */
public final class World implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final FileChannel claim;
    private final MovableClock clock;
    private final Faults faults;
    private final Residents residents;
    private final Bills bills;
    private final Notices<Bill> notices;
    private final Demands demands;
    private final Notices<Demand> tidings;
    private final Letters letters;
    private final Authenticators authenticators;
    private final PhoneGateway phones;
    private final PostOffice postOffice;
    private final Door door;

    private World(Path data, WorldPorts ports, URI titian, URI noticeAddress) {
        claim = claim(data);
        clock = new MovableClock(data.resolve("clock"));
        faults = new Faults(data);
        residents = new Residents(data);
        bills = new Bills(data, clock);
        var sender = new NoticeSender(noticeAddress, setting("NOTICE_SECRET", "simponi-dev"));
        notices = new Notices<>(
                data.resolve("pemberitahuan.jsonl"),
                bills::toBeTold,
                Fault.Service.PEMBERITAHUAN,
                faults,
                clock,
                sender);
        demands = new Demands(data, clock);
        tidings = new Notices<>(
                data.resolve("kabar.jsonl"),
                demands::toBeTold,
                Fault.Service.KABAR,
                faults,
                clock,
                new TidingsSender(noticeAddress.resolve("/snap"), clock));
        letters = new Letters(data, clock);
        authenticators = new Authenticators(data, clock);
        phones = new PhoneGateway(data, faults, clock);
        postOffice = new PostOffice(letters, faults, ports.smtp());
        door = new Door(ports.http());
        new HomePage(residents, clock, titian).hangOn(door);
        new Dukcapil(residents, faults, clock).hangOn(door);
        new RegistryPages(residents).hangOn(door);
        new Simponi(bills, faults, clock).hangOn(door);
        new BillPages(bills, notices, clock).hangOn(door);
        new Bank(bills, notices, faults, clock).hangOn(door);
        new SnapBank(demands, faults, clock).hangOn(door);
        new SnapTeller(demands, tidings, faults, clock).hangOn(door);
        new MailPages(letters).hangOn(door);
        new AuthenticatorPages(authenticators).hangOn(door);
        phones.hangOn(door);
        new IdentityProvider(faults, clock, () -> address() + "/identitas").hangOn(door);
        new ClockPages(clock).hangOn(door);
        new FaultPages(faults).hangOn(door);
        door.get("/aset/{name}", World::asset);
    }

    public static void main(String... arguments) throws InterruptedException {
        System.setProperty("logback.configurationFile", "outside/logback.xml");
        var ports = new WorldPorts(
                Integer.parseInt(setting("OUTSIDE_PORT", "8090")),
                Integer.parseInt(setting("OUTSIDE_SMTP_PORT", "3025")));
        var world = start(Path.of(setting("OUTSIDE_DATA", "data/outside")), ports);
        Runtime.getRuntime().addShutdownHook(new Thread(world::close));
        System.out.println("Dunia luar terbuka di " + world.address() + ", surat di port " + world.smtpPort());
        new CountDownLatch(1).await();
    }

    /** Opens the world over a data folder; what it holds from before is remembered. */
    public static World start(Path data, WorldPorts ports) {
        var titian = URI.create(setting("TITIAN_URL", "http://127.0.0.1:8080"));
        var usual = titian.resolve("/simponi/pemberitahuan").toString();
        return start(data, ports, titian, URI.create(setting("NOTICE_URL", usual)));
    }

    /** Opens the world for a Titian that listens elsewhere. */
    public static World start(Path data, WorldPorts ports, URI titian, URI noticeAddress) {
        var world = new World(data, ports, titian, noticeAddress);
        world.postOffice.open();
        world.notices.start();
        world.tidings.start();
        world.door.open();
        return world;
    }

    /** Where everything but mail answers, without a closing slash. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.port());
    }

    /** The civil registry, up to the institution's name. */
    public URI dukcapil() {
        return address().resolve("/dukcapil/get_json");
    }

    public URI simponi() {
        return address().resolve("/simponi");
    }

    public URI bank() {
        return address().resolve("/bank");
    }

    public int httpPort() {
        return door.port();
    }

    public int smtpPort() {
        return postOffice.port();
    }

    /** The clock of this world; another process reads the same time from the file {@code clock} in its data folder. */
    public MovableClock clock() {
        return clock;
    }

    /** From now on payment notices go to this address. */
    public void sendNoticesTo(URI address) {
        notices.sendTo(address);
        tidings.sendTo(address.resolve("/snap"));
    }

    @Override
    public void close() {
        door.close();
        postOffice.close();
        notices.close();
        tidings.close();
        letters.close();
        authenticators.close();
        phones.close();
        bills.close();
        demands.close();
        residents.close();
        faults.close();
        try {
            claim.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Two worlds over one folder would overwrite each other; the lock ends with the process, however it ends. */
    private static FileChannel claim(Path data) {
        try {
            Files.createDirectories(data);
            var file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                throw new IllegalStateException("another outside world uses this data folder");
            }
            return file;
        } catch (OverlappingFileLockException _) {
            throw new IllegalStateException("another outside world in this process uses this data folder");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Answer asset(Request request) {
        var name = request.place("name");
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || !name.matches("[\\w.-]+")) {
            return Answer.problem(404, "Alamat ini tidak ada");
        }
        return Resources.asset(name)
                .map(bytes -> Answer.bytes(200, type, bytes).with("Cache-Control", "max-age=60"))
                .orElseGet(() -> Answer.problem(404, "Alamat ini tidak ada"));
    }

    private static String setting(String name, String usual) {
        var property = System.getProperty(name, "");
        return property.isEmpty() ? Objects.requireNonNullElse(System.getenv(name), usual) : property;
    }
}
