package titian.outside;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An invented resident in the civil registry. Never a real person. */
record Resident(Map<Field, String> data, Standing standing) {

    static final Pattern NIK = Pattern.compile(
            "[1-9]\\d{5}" + "(0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])(0[1-9]|1[0-2])\\d{2}" + "(?!0000)\\d{4}");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);

    Resident {
        data = Collections.unmodifiableMap(new EnumMap<>(data));
    }

    String nik() {
        return get(Field.NIK);
    }

    String name() {
        return get(Field.NAMA_LGKP);
    }

    String get(Field field) {
        return data.getOrDefault(field, "");
    }

    ObjectNode json() {
        var json = Json.object();
        data.forEach((field, value) -> json.put(field.name(), value));
        return json;
    }

    /**
     * Reads a resident as a test or the page gives one: NIK, NAMA_LGKP and TGL_LHR (DD-MM-YYYY) are needed, the rest
     * is filled in so that the person is complete.
     */
    static Resident of(JsonNode json) {
        var data = new EnumMap<Field, String>(Field.class);
        Stream.of(Field.values()).forEach(field -> {
            var value = Json.text(json, field.name()).strip();
            if (!value.isEmpty()) {
                data.put(field, value);
            }
        });
        var nik = data.getOrDefault(Field.NIK, "");
        if (!NIK.matcher(nik).matches()) {
            throw new BadRequest("NIK harus 16 angka dengan tanggal lahir di angka ke-7 sampai ke-12");
        }
        if (!data.containsKey(Field.NAMA_LGKP)) {
            throw new BadRequest("NAMA_LGKP harus diisi");
        }
        checkDay(data.getOrDefault(Field.TGL_LHR, ""));
        fillIn(data, nik);
        return new Resident(data, Standing.of(Json.text(json, "keadaan")));
    }

    private static void checkDay(String day) {
        try {
            LocalDate.parse(day, DAY);
        } catch (DateTimeException wrong) {
            throw new BadRequest("TGL_LHR harus berbentuk DD-MM-YYYY, misalnya 17-08-1990", wrong);
        }
    }

    private static void fillIn(Map<Field, String> data, String nik) {
        var woman = nik.charAt(6) >= '4';
        data.putIfAbsent(Field.NO_KK, nik.substring(0, 6) + "010120" + nik.substring(12));
        data.putIfAbsent(Field.TMPT_LHR, "JAKARTA");
        data.putIfAbsent(Field.JENIS_KLMIN, woman ? "PEREMPUAN" : "LAKI-LAKI");
        data.putIfAbsent(Field.STATUS_KAWIN, "BELUM KAWIN");
        data.putIfAbsent(Field.JENIS_PKRJN, "KARYAWAN SWASTA");
        data.putIfAbsent(Field.NAMA_LGKP_IBU, "SITI AMINAH");
        data.putIfAbsent(Field.ALAMAT, "JALAN CONTOH NOMOR 1");
        data.putIfAbsent(Field.NO_RT, "1");
        data.putIfAbsent(Field.NO_RW, "1");
        data.putIfAbsent(Field.NO_PROP, nik.substring(0, 2));
        data.putIfAbsent(Field.NO_KAB, nik.substring(2, 4));
        data.putIfAbsent(Field.NO_KEC, nik.substring(4, 6));
        data.putIfAbsent(Field.NO_KEL, "1001");
    }

    /** How a resident stands in the register; only the living answer to a comparison. */
    enum Standing {
        HIDUP("", "Hidup"),
        MENINGGAL("11", "Meninggal Dunia"),
        GANDA("12", "Data Ganda"),
        NON_AKTIF("14", "Status Non Aktif");

        private final String code;
        private final String words;

        Standing(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** The registry's response code for a person of this standing; empty when it answers about them. */
        String code() {
            return code;
        }

        String words() {
            return words;
        }

        static Standing of(String typed) {
            if (typed.isEmpty()) {
                return HIDUP;
            }
            var name = typed.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            return Stream.of(values())
                    .filter(standing -> standing.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> new BadRequest("keadaan harus HIDUP, MENINGGAL, GANDA, atau NON_AKTIF"));
        }
    }
}
