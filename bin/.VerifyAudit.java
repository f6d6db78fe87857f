import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Checks the chain of an audit from its export, and nothing else. Fields are parted by tabs:
 *
 * - the first line: "titian-audit", 1, the public key (Ed25519, X.509 in base64),
 * - "head", day, link, hash, signature: how a day ended, signed over day, link and hash with tabs between,
 * - "entry", link, day, hash, and the entry itself to the end of the line.
 *
 * It is whole if links count 1, 2, 3 ... without a gap, each hash is the SHA-256 of the hash before (32 zeros at first)
 * followed by the entry, each head names the hash of its link, and its signature is of the key. Give --key to hold it
 * against the key you noted yourself, for whoever changes everything can sign anew with another. Give --day to look at
 * one day alone: it begins where the signed day before it ended.
 *
 * It ends with 0 if the chain is whole, 1 at the first break, 2 if it could not be checked.
 */
class VerifyAudit {

    record Head(String day, String hash, String signature) {}

    private final TreeMap<Long, Head> heads = new TreeMap<>();
    private PublicKey key;
    private byte[] hash = new byte[32];
    private long link;
    private String day = "";

    public static void main(String[] arguments) {
        String file = null;
        String expected = null;
        String only = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--key") && i + 1 < arguments.length) {
                expected = arguments[++i];
            } else if (arguments[i].equals("--day") && i + 1 < arguments.length) {
                only = arguments[++i];
            } else if (file == null && !arguments[i].startsWith("--")) {
                file = arguments[i];
            } else {
                usage();
            }
        }
        if (file == null) {
            usage();
        }
        try {
            System.exit(new VerifyAudit().check(Path.of(file), expected, only));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            System.err.println("This could not be checked: " + unreadable.getMessage());
            System.exit(2);
        }
    }

    private static void usage() {
        System.err.println("Say which file to check: bin/verify-audit FILE [--key BASE64] [--day YYYY-MM-DD]");
        System.exit(2);
    }

    private int check(Path file, String expected, String only) throws IOException, GeneralSecurityException {
        var first = 0L;
        try (var lines = Files.newBufferedReader(file, UTF_8)) {
            var open = begin(lines);
            if (expected != null && !expected.equals(open)) {
                return broken("the file is signed by another key than yours");
            }
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (only != null && !line.startsWith("head\t") && isOfAnotherDay(line, only)) {
                    continue;
                }
                if (only != null && first == 0 && !line.startsWith("head\t")) {
                    first = beginDay(only) + 1;
                }
                var wrong = line.startsWith("head\t") ? head(line) : entry(line);
                if (wrong != null) {
                    return broken(wrong);
                }
            }
        }
        if (only != null) {
            return ofDay(only, first);
        }
        if (!heads.isEmpty() && heads.lastKey() > link) {
            return broken("the chain ends at link " + link + ", before " + heads.lastEntry().getValue().day() + ", which was signed");
        }
        System.out.println("The chain is whole: " + link + " entries, "
                + (heads.isEmpty() ? "no day signed yet." : "signed until " + heads.lastEntry().getValue().day() + "."));
        return 0;
    }

    private static boolean isOfAnotherDay(String line, String only) {
        var fields = line.split("\t", 4);
        return fields.length == 4 && !fields[2].equals(only);
    }

    /** Goes on from where the signed day before ended; that is the beginning if there is none. */
    private long beginDay(String only) {
        heads.forEach((seq, head) -> {
            if (head.day().compareTo(only) < 0) {
                link = seq;
                hash = HexFormat.of().parseHex(head.hash());
            }
        });
        return link;
    }

    private int ofDay(String only, long first) {
        var head = heads.entrySet().stream().filter(one -> one.getValue().day().equals(only)).findFirst();
        if (first == 0 && head.isEmpty()) {
            throw new IllegalArgumentException("there is nothing of " + only);
        }
        if (head.isPresent() && head.get().getKey() > link) {
            return broken("the chain of " + only + " ends at link " + link + ", before its signed end");
        }
        System.out.println("The chain of " + only + " is whole: " + (link - first + 1) + " entries, "
                + (head.isPresent() ? "signed." : "not signed yet."));
        return 0;
    }

    private String begin(BufferedReader lines) throws IOException, GeneralSecurityException {
        var first = lines.readLine();
        var fields = first == null ? new String[0] : first.split("\t", -1);
        if (fields.length != 3 || !fields[0].equals("titian-audit") || !fields[1].equals("1")) {
            throw new IllegalArgumentException("this is no export of an audit that this check knows");
        }
        key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(fields[2])));
        return fields[2];
    }

    private String head(String line) throws GeneralSecurityException {
        var fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("a line of a head has five fields");
        }
        var checking = Signature.getInstance("Ed25519");
        checking.initVerify(key);
        checking.update((fields[1] + "\t" + fields[2] + "\t" + fields[3]).getBytes(UTF_8));
        if (!verifies(checking, fields[4])) {
            return "the signature of " + fields[1] + " is not of this key";
        }
        heads.put(Long.parseLong(fields[2]), new Head(fields[1], fields[3], fields[4]));
        return null;
    }

    private static boolean verifies(Signature checking, String signature) {
        try {
            return checking.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private String entry(String line) throws GeneralSecurityException {
        var fields = line.split("\t", 5);
        if (fields.length != 5 || !fields[0].equals("entry")) {
            throw new IllegalArgumentException("a line is neither a head nor an entry: after link " + link);
        }
        var next = Long.parseLong(fields[1]);
        var place = "link " + next + ", entry " + fields[4].split("\t", 2)[0] + ", " + fields[2];
        if (next != link + 1 || fields[2].compareTo(day) < 0) {
            return "an entry is missing or moved before " + place;
        }
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(hash);
        hash = digest.digest(fields[4].getBytes(UTF_8));
        link = next;
        day = fields[2];
        if (!Arrays.equals(hash, HexFormat.of().parseHex(fields[3]))) {
            return "the entry was changed at " + place;
        }
        var head = heads.get(link);
        return head == null || head.hash().equals(fields[3]) && head.day().equals(day)
                ? null
                : "the day ended otherwise than signed at " + place;
    }

    private static int broken(String why) {
        System.out.println("The chain is BROKEN: " + why + ".");
        return 1;
    }
}
