package titian.outside;

import static titian.outside.Fault.Kind.BELUM;
import static titian.outside.Fault.Kind.GALAT;
import static titian.outside.Fault.Service.SIMPONI;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state's revenue system: gives out billing codes and tells whether they were paid.
 *
 * <p>One POST with the form field {@code simponi_req}. All its dates are {@code yyyy-MM-dd HH:mm:ss} in Jakarta's
 * time. Asking again with the same transaction id gives the same code, paid or expired as it may be.
 */
final class Simponi {

    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private static final String USER = "titian";
    private static final String PASSWORD = "titian-dev";
    private static final Duration USUAL_LIFE = Duration.ofDays(7);
    private static final Pattern UNIT = Pattern.compile("\\d{6}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}");

    private final Bills bills;
    private final Faults faults;
    private final Clock clock;

    Simponi(Bills bills, Faults faults, Clock clock) {
        this.bills = bills;
        this.faults = faults;
        this.clock = clock;
    }

    void hangOn(Door door) {
        door.post("/simponi", faults.before(SIMPONI, this::answer));
    }

    static String date(Instant moment) {
        return DATE.format(moment.atZone(Words.WIB));
    }

    private Answer answer(Request request) {
        return Answer.json(Json.object().set("response", response(request)));
    }

    private ObjectNode response(Request request) {
        try {
            var asked = Json.read(request.form().get("simponi_req"));
            if (faults.is(SIMPONI, GALAT)) {
                throw new Refused("GE", "General error");
            }
            return switch (Json.text(asked, "method")) {
                case "billingcode_v4" -> billingCode(asked.path("data"));
                case "inquirybilling_v2" -> inquiry(Json.texts(asked.path("data")));
                default -> throw new Refused("99", "Format permintaan salah: method");
            };
        } catch (BadRequest notJson) {
            return Json.object().put("code", "99").put("message", "Format permintaan salah");
        } catch (Refused refused) {
            return Json.object().put("code", refused.code).put("message", refused.getMessage());
        }
    }

    private ObjectNode billingCode(JsonNode data) {
        var order = order(Json.texts(data.path("header")), details(data.path("detail")));
        var bill = bills.issue(order);
        if (bill.order().total() != order.total()) {
            throw new Refused("ID", "trx_id_KL sudah dipakai untuk jumlah lain");
        }
        return success(
                bill.simponiId(),
                bill.code(),
                date(bill.issuedAt()),
                date(bill.order().expiresAt()));
    }

    private Bill.Order order(List<String> header, List<List<String>> details) {
        count(header, 14);
        checkAccess(header.get(1), header.get(2), header.get(4), header.get(5), header.get(6));
        check(!header.getFirst().isBlank() && header.getFirst().length() <= 50, "trx_id_KL");
        check(header.get(7).equals("F"), "jenis_pnbp");
        check(header.get(8).equals("1"), "kode_mata_uang");
        check(!header.get(10).isBlank(), "nama_wajib_bayar");
        check(header.get(13).isEmpty() || Resident.NIK.matcher(header.get(13)).matches(), "NIK");
        var total = amount(header.get(9), "total");
        check(total == details.stream().mapToLong(Simponi::checkedTotal).sum(), "total");
        var items = details.stream().map(List::getFirst).toList();
        return new Bill.Order(header.getFirst(), header.get(10), header.get(13), total, expiry(header.get(3)), items);
    }

    private static List<List<String>> details(JsonNode detail) {
        var details = new ArrayList<List<String>>();
        detail.forEach(row -> details.add(Json.texts(row)));
        if (details.isEmpty()) {
            throw new Refused("30", "Jumlah parameter salah");
        }
        details.forEach(row -> count(row, 10));
        return details;
    }

    private static long checkedTotal(List<String> row) {
        var total = amount(row.get(7), "total rincian");
        check(total == amount(row.get(4), "tarif") * amount(row.get(5), "volume"), "total rincian");
        return total;
    }

    private Instant expiry(String date) {
        var now = clock.instant();
        if (date.isBlank()) {
            return now.plus(USUAL_LIFE);
        }
        try {
            var expiry = LocalDateTime.parse(date, DATE).atZone(Words.WIB).toInstant();
            check(expiry.isAfter(now), "expired_date");
            return expiry;
        } catch (DateTimeException wrong) {
            throw new Refused("ID", "Parameter salah: expired_date");
        }
    }

    private ObjectNode inquiry(List<String> data) {
        count(data, 7);
        checkAccess(data.get(1), data.get(2), data.get(4), data.get(5), data.get(6));
        var found = bills.find(data.get(3))
                .filter(bill -> bill.order().trxId().equals(data.getFirst()))
                .orElseThrow(() -> new Refused("NF", "Belum dibayar atau tidak ditemukan"));
        var payment = found.payment();
        if (payment == null || faults.is(SIMPONI, BELUM)) {
            throw new Refused("NF", "Belum dibayar atau tidak ditemukan");
        }
        return success(
                found.simponiId(),
                payment.ntb(),
                payment.ntpn(),
                date(payment.at()),
                Bill.Payment.BANK,
                Bill.Payment.INTERNET_BANKING,
                date(payment.at()));
    }

    private static void checkAccess(String user, String password, String ministry, String directorate, String unit) {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new Refused("IU", "User tidak dikenal");
        }
        check(ministry.matches("\\d{3}"), "kode_KL");
        check(directorate.matches("\\d{2}"), "kode_eselon1");
        if (!UNIT.matcher(unit).matches()) {
            throw new Refused("IS", "Satker tidak dikenal");
        }
    }

    private static void count(List<String> parameters, int expected) {
        if (parameters.size() != expected) {
            throw new Refused("30", "Jumlah parameter salah");
        }
    }

    private static long amount(String text, String name) {
        check(AMOUNT.matcher(text).matches(), name);
        return Long.parseLong(text);
    }

    private static void check(boolean right, String name) {
        if (!right) {
            throw new Refused("ID", "Parameter salah: " + name);
        }
    }

    private static ObjectNode success(String... data) {
        var response = Json.object().put("code", "00").put("message", "Sukses");
        response.set("data", Json.texts(data));
        return response;
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }
}
