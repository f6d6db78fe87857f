package titian.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A flood of sign-ins through many connections at once, each attempt from another network and to another address, as a
 * botnet makes them: no limit per account or network stands in its way. Half of the addresses have an account.
 */
final class SignInFlood implements AutoCloseable {

    private static final String TOKEN = "0a1b2c3d-0000-4000-8000-000000000000";

    private final String address;
    private final List<String> accounts;
    private final Queue<Long> waitedMicros = new ConcurrentLinkedQueue<>();
    private final List<Thread> attackers = new ArrayList<>();
    private volatile boolean over;

    SignInFlood(String address, List<String> accounts) {
        this.address = address;
        this.accounts = accounts;
    }

    SignInFlood begin(int connections) {
        for (int i = 0; i < connections; i++) {
            attackers.add(Thread.startVirtualThread(this::attack));
        }
        return this;
    }

    private void attack() {
        while (!over) {
            try (var line = new Connection(address, "/masuk")) {
                while (!over) {
                    var began = System.nanoTime();
                    attempt(line, address(), "salah-sekali-sandi-ini");
                    waitedMicros.add((System.nanoTime() - began) / 1_000);
                }
            } catch (IOException e) {
                // The house hung up: a flood comes back.
            }
        }
    }

    private String address() {
        var chance = ThreadLocalRandom.current();
        return chance.nextBoolean()
                ? accounts.get(chance.nextInt(accounts.size()))
                : "tidak-ada-%d@warga.example".formatted(chance.nextInt(Integer.MAX_VALUE));
    }

    /** Where somebody is led who signs in so. */
    static String attempt(Connection line, String email, String password) throws IOException {
        var chance = ThreadLocalRandom.current();
        var network = "%d.%d.%d.%d"
                .formatted(chance.nextInt(11, 100), chance.nextInt(256), chance.nextInt(256), chance.nextInt(256));
        return line.post(
                        "surel=" + email.replace("@", "%40") + "&sandi=" + password + "&_csrf=" + TOKEN,
                        "X-Forwarded-For: " + network + "\r\nCookie: XSRF-TOKEN=" + TOKEN + "\r\n")
                .location();
    }

    int attempts() {
        return waitedMicros.size();
    }

    double medianMillis() {
        var sorted = waitedMicros.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) / 1e3;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var attacker : attackers) {
            attacker.join();
        }
    }
}
