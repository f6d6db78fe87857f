package titian.simponi;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.platform.DevelopmentKeys;

/** How we are known at the biller, and where it is to book what it receives for us. It prints nothing. */
@Component
class BillerAccess {

    private final Environment settings;
    private final Map<String, String> tariffs;

    BillerAccess(Environment settings) {
        this.settings = settings;
        check();
        this.tariffs = tariffs(get("tariffs"));
    }

    URI address() {
        return URI.create(get("url"));
    }

    String user() {
        return get("user");
    }

    String password() {
        return get("password");
    }

    /** What the biller signs its notices with. */
    String noticeSecret() {
        return get("notice-secret");
    }

    /** Kode KL, three digits. */
    String ministry() {
        return get("ministry");
    }

    /** Kode eselon I, two digits. */
    String directorate() {
        return get("directorate");
    }

    /** Kode satker, six digits. */
    String unit() {
        return get("unit");
    }

    /** Kode akun, six digits. */
    String revenueAccount() {
        return get("account");
    }

    /** Kode PP, seven digits: the regulation that sets the tariff, as the biller numbers it. */
    String regulation() {
        return get("regulation");
    }

    /** Kode lokasi, of the province. */
    String province() {
        return get("province");
    }

    /** Kode kabupaten or kota. */
    String regency() {
        return get("regency");
    }

    /** Kode tarif, six digits: a price as the biller numbers it. */
    String tariff(String code) {
        var known = tariffs.get(code);
        if (known == null) {
            throw new CannotStart(
                    "The biller's code for the tariff " + code + " is not set.",
                    "Add " + code + "=code to titian.biller.tariffs, as SIMPONI numbers this tariff for your unit.");
        }
        return known;
    }

    /** Written as {@code PSP_BIASA_5=000101,PSP_ELEK_5=000103}. */
    private static Map<String, String> tariffs(String setting) {
        var tariffs = new HashMap<String, String>();
        for (var pair : setting.split(",", -1)) {
            var parts = pair.strip().split("=", -1);
            if (parts.length != 2 || !parts[1].matches("\\d{6}")) {
                throw new CannotStart(
                        "The biller's codes for our tariffs are not written as they should be.",
                        "Write titian.biller.tariffs as PSP_BIASA_5=000101,PSP_ELEK_5=000103 with six digits each.");
            }
            tariffs.put(parts[0], parts[1]);
        }
        return Map.copyOf(tariffs);
    }

    private String get(String name) {
        return settings.getProperty("titian.biller." + name, "").strip();
    }

    private void check() {
        var missing = Stream.of(
                        "url",
                        "user",
                        "password",
                        "notice-secret",
                        "ministry",
                        "directorate",
                        "unit",
                        "account",
                        "regulation",
                        "province",
                        "regency",
                        "tariffs")
                .filter(name -> get(name).isEmpty())
                .map(name -> "titian.biller." + name)
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "The access to the state's billing (SIMPONI) is not complete.",
                    "Set " + String.join(", ", missing) + " as the treasury gave them to your office.");
        }
        for (var secret : List.of("password", "notice-secret")) {
            DevelopmentKeys.refuse(settings, "titian.biller." + secret, get(secret));
        }
    }
}
