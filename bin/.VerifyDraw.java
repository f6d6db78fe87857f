import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a draw from its published list, and nothing else. The list says, two columns to a line: the release, the
 * fingerprint told beforehand, the seed told afterwards, how many tickets there were, then "position,ticket" and the
 * tickets in their order. It is true if
 *
 * - the SHA-256 of the seed's 32 bytes is the fingerprint (give --hash to hold it against the one you noted yourself),
 * - each ticket's rank, HMAC-SHA256 with the seed as key, is greater than the rank of the one above it,
 * - positions go 1, 2, 3 ... to the count, and no ticket stands there twice.
 *
 * It ends with 0 if the draw is true, 1 if it is not, 2 if it could not be checked: a file that is no such list says
 * nothing about a draw. Line ends, blank lines and the mark some editors put before a text do not matter.
 */
class VerifyDraw {

    private static final int TIMEOUT = 30_000;
    private static final String MARK = "\uFEFF";
    private static final String TICKET = "([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}";

    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int line;

    public static void main(String[] arguments) {
        String list = null;
        String hash = null;
        String ticket = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--hash") && i + 1 < arguments.length) {
                hash = arguments[++i].strip().toLowerCase();
            } else if (arguments[i].equals("--ticket") && i + 1 < arguments.length) {
                ticket = arguments[++i].strip().toUpperCase();
            } else if (list == null && !arguments[i].startsWith("--")) {
                list = arguments[i];
            } else {
                list = null;
                break;
            }
        }
        if (list == null) {
            end(2, "Usage: bin/verify-draw FILE-or-URL [--hash SHA256] [--ticket NUMBER]");
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(list), StandardCharsets.UTF_8))) {
            new VerifyDraw().check(in, hash, ticket);
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            end(2, "The list cannot be read: " + e);
        }
    }

    private static InputStream open(String from) throws IOException {
        if (!from.matches("https?://.*")) {
            return Files.newInputStream(Path.of(from));
        }
        URLConnection connection = URI.create(from).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT);
        return connection.getInputStream();
    }

    private void check(BufferedReader in, String noted, String sought) throws IOException, GeneralSecurityException {
        beginsAsAList(in);
        readHeading(in);
        byte[] seed = seed();
        String promised = needed("seed_sha256");
        if (noted != null && !noted.equals(promised)) {
            wrong("The fingerprint in the list is not the one you noted.", "noted " + noted, "list  " + promised);
        }
        String fingerprint = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        if (!fingerprint.equals(promised)) {
            wrong("The seed is not the one promised: its SHA-256 is another.",
                    "promised " + promised, "seed has " + fingerprint);
        }
        int tickets = count();
        checkRows(in, seed, tickets);
        if (sought != null && !seen.containsKey(sought)) {
            wrong("Ticket " + sought + " is not in the list.");
        }
        end(0, "The draw of release " + told.get("release") + " is true.\n"
                + "- The seed has the fingerprint published before: " + promised + "\n"
                + "- " + tickets + " tickets stand in the order of their HMAC-SHA256, none missing, none twice."
                + (sought == null ? "" : "\n- Ticket " + sought + " has position " + seen.get(sought) + "."));
    }

    private void beginsAsAList(BufferedReader in) throws IOException {
        String first = next(in);
        String text = first == null ? "" : first.startsWith(MARK) ? first.substring(MARK.length()) : first;
        if (!text.matches("release,[0-9a-f-]{36}")) {
            end(2, "This is not the list of a draw: it does not begin with \"release,\" and its name. "
                    + "Get the list from the page of the draw, its address ends in /undian.csv.");
        }
        told.put("release", text.substring("release,".length()));
    }

    private void readHeading(BufferedReader in) throws IOException {
        for (String text = next(in); ; text = next(in)) {
            if (text == null) {
                wrong("The list breaks off before its first ticket: there is no line \"position,ticket\".");
            }
            if (text.equals("position,ticket")) {
                return;
            }
            String[] cells = text.split(",", 2);
            if (cells.length != 2 || told.put(cells[0], cells[1]) != null) {
                wrong("Line " + line + " is no \"name,value\", or says it twice: " + text);
            }
        }
    }

    private void checkRows(BufferedReader in, byte[] seed, int tickets) throws IOException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        int position = 0;
        byte[] above = null;
        String aboveTicket = null;
        for (String text = next(in); text != null; text = next(in)) {
            String[] cells = text.split(",", -1);
            if (cells.length != 2 || !cells[1].matches(TICKET)) {
                wrongRow(text, "is no position and ticket.");
            }
            position++;
            if (!cells[0].equals(String.valueOf(position))) {
                wrongRow(text, "has position " + cells[0] + " where " + position + " comes next: a row is missing, doubled or moved.");
            }
            Integer before = seen.put(cells[1], position);
            if (before != null) {
                wrongRow(text, "has a ticket that stands at position " + before + " already.");
            }
            byte[] rank = mac.doFinal(cells[1].getBytes(StandardCharsets.UTF_8));
            if (above != null && Arrays.compareUnsigned(above, rank) >= 0) {
                wrongRow(text, "is out of order: its rank is smaller than that of the row above, ticket " + aboveTicket + ".",
                        "above " + HexFormat.of().formatHex(above), "here  " + HexFormat.of().formatHex(rank));
            }
            above = rank;
            aboveTicket = cells[1];
        }
        if (position != tickets) {
            wrong("The list says there were " + tickets + " tickets and holds " + position + ".");
        }
    }

    private byte[] seed() {
        String seed = needed("seed");
        if (!seed.matches("[0-9a-f]{64}")) {
            wrong("The seed is not 64 digits 0-9a-f: " + seed);
        }
        return HexFormat.of().parseHex(seed);
    }

    private int count() {
        String tickets = needed("tickets");
        if (!tickets.matches("\\d{1,9}")) {
            wrong("The number of tickets is no number: " + tickets);
        }
        return Integer.parseInt(tickets);
    }

    private String needed(String name) {
        String value = told.get(name);
        if (value == null) {
            wrong("The list does not say its " + name + ".");
        }
        return value;
    }

    private String next(BufferedReader in) throws IOException {
        String text;
        do {
            line++;
            text = in.readLine();
        } while (text != null && text.isBlank());
        return text;
    }

    private void wrongRow(String row, String what, String... more) {
        wrong("Line " + line + " (" + row + ") " + what, more);
    }

    private static void wrong(String what, String... more) {
        end(1, "The draw is NOT true. " + what + (more.length == 0 ? "" : "\n  " + String.join("\n  ", more)));
    }

    private static void end(int code, String text) {
        (code == 0 ? System.out : System.err).println(text);
        System.exit(code);
    }
}
