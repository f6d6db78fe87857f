package titian.treasury;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import titian.payment.BillId;
import titian.web.Problems;
import titian.web.Words;

/**
 * A request for money back as typed.
 *
 * @param ntpn  the number on the receipt, where an officer asks for somebody
 * @param orang for whom of a family, by their bills
 */
record RefundForm(
        String ntpn, String alasan, String cerita, String bank, String rekening, String pemilik, List<String> orang) {

    static final RefundForm BLANK = new RefundForm(null, null, null, null, null, null, null);

    private static final Pattern BILL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST_STORY = 500;
    private static final int LONGEST_NAME = 80;

    RefundForm(
            @Nullable String ntpn,
            @Nullable String alasan,
            @Nullable String cerita,
            @Nullable String bank,
            @Nullable String rekening,
            @Nullable String pemilik,
            @Nullable List<String> orang) {
        this.ntpn = line(ntpn).replace(" ", "").toUpperCase(Locale.ROOT);
        this.alasan = line(alasan);
        this.cerita = line(cerita);
        this.bank = line(bank);
        this.rekening = line(rekening).replaceAll("[ .-]", "");
        this.pemilik = line(pemilik);
        this.orang = orang == null ? List.of() : List.copyOf(orang);
    }

    /** What is known beforehand of a bill whose money is its payer's to have back. */
    static RefundForm paidTwice(SecondPaymentDesk.Second second) {
        return new RefundForm(
                second.number(),
                Refund.Ground.PAID_TWICE.name(),
                null,
                null,
                null,
                null,
                List.of(second.paid().bill().toString()));
    }

    /** What is wrong with it, in the order of the form. */
    Problems problems(Words words) {
        var problems = new LinkedHashMap<String, String>();
        if (ground() == null) {
            problems.put("alasan", words.text("treasury.refund.ground.missing"));
        }
        if (cerita.isEmpty() || cerita.length() > LONGEST_STORY) {
            problems.put("cerita", words.text("treasury.refund.story.missing"));
        }
        if (bank.isEmpty() || bank.length() > LONGEST_NAME) {
            problems.put("bank", words.text("treasury.refund.bank.missing"));
        }
        if (!Refund.Destination.NUMBER.matcher(rekening).matches()) {
            problems.put("rekening", words.text("treasury.refund.number.malformed"));
        }
        if (pemilik.isEmpty() || pemilik.length() > LONGEST_NAME) {
            problems.put("pemilik", words.text("treasury.refund.holder.missing"));
        }
        return new Problems(problems);
    }

    RefundDesk.Request request() {
        var ground = ground();
        if (ground == null) {
            throw new IllegalStateException("a form with problems is no request");
        }
        return new RefundDesk.Request(ground, cerita, new Refund.Destination(bank, rekening, pemilik));
    }

    /** Whose bills are chosen of a family's; what is no bill's id chooses nobody. */
    Set<BillId> chosen() {
        return orang.stream()
                .filter(id -> BILL.matcher(id).matches())
                .map(id -> new BillId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }

    /** The grounds to choose from. */
    static Map<String, String> grounds(Words words) {
        return words.choices(
                "treasury.ground",
                Arrays.stream(Refund.Ground.values()).map(Enum::name).toArray(String[]::new));
    }

    private Refund.@Nullable Ground ground() {
        return Arrays.stream(Refund.Ground.values())
                .filter(one -> one.name().equals(alasan))
                .findFirst()
                .orElse(null);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "a request for a refund";
    }
}
