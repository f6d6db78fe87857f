package titian.requirement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.requirement.Requirement.Obligation;
import titian.web.Problems;
import titian.web.Words;

/** A change of the rules, as typed: which paper of which service, what becomes of it, from when and why. */
record RuleForm(
        String layanan,
        String dokumen,
        String jadi,
        String nama,
        String namaInggris,
        String wajib,
        String kelompok,
        List<String> keadaan,
        String unggah,
        String mulai,
        String sampai,
        String alasan) {

    static final String ASK = "minta";
    static final String STOP = "hentikan";

    private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";
    private static final int LONGEST = 160;

    RuleForm(
            @Nullable String layanan,
            @Nullable String dokumen,
            @Nullable String jadi,
            @Nullable String nama,
            @Nullable String namaInggris,
            @Nullable String wajib,
            @Nullable String kelompok,
            @Nullable List<String> keadaan,
            @Nullable String unggah,
            @Nullable String mulai,
            @Nullable String sampai,
            @Nullable String alasan) {
        this.layanan = line(layanan);
        this.dokumen = line(dokumen);
        this.jadi = jadi == null ? ASK : line(jadi);
        this.nama = line(nama);
        this.namaInggris = line(namaInggris);
        this.wajib = line(wajib);
        this.kelompok = line(kelompok);
        this.keadaan = keadaan == null ? List.of() : List.copyOf(keadaan);
        this.unggah = line(unggah);
        this.mulai = line(mulai);
        this.sampai = line(sampai);
        this.alasan = line(alasan);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\s+", " ").strip();
    }

    /** Begins with what is asked for now. */
    static RuleForm of(Requirement row) {
        return new RuleForm(
                row.service(),
                row.document(),
                ASK,
                row.nameId(),
                row.nameEn(),
                row.obligation().name(),
                row.oneOf(),
                row.circumstances().stream().map(Enum::name).sorted().toList(),
                row.slot(),
                null,
                null,
                null);
    }

    static RuleForm blank(RequestedService service) {
        return new RuleForm(service.name(), null, ASK, null, null, null, null, null, null, null, null, null);
    }

    /** What is wrong with it; nothing if it is a change. */
    Problems check(LocalDate today, Set<String> slots, Words words) {
        var wrong = new LinkedHashMap<String, String>();
        if (service().isEmpty()) {
            wrong.put("layanan", "service");
        }
        if (!dokumen.matches(CODE)) {
            wrong.put("dokumen", "document");
        }
        if (jadi.equals(ASK)) {
            checkPaper(wrong, slots);
        } else if (!jadi.equals(STOP)) {
            wrong.put("jadi", "what");
        }
        if (day(mulai).filter(day -> day.isAfter(today)).isEmpty()) {
            wrong.put("mulai", "from");
        } else if (!sampai.isEmpty()
                && day(sampai)
                        .filter(day -> !day.isBefore(day(mulai).orElseThrow()))
                        .isEmpty()) {
            wrong.put("sampai", "until");
        }
        if (alasan.isEmpty() || alasan.length() > LONGEST) {
            wrong.put("alasan", "reason");
        }
        return new Problems(wrong.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        problem -> words.text("requirement.rule.problem." + problem.getValue()),
                        (one, _) -> one,
                        LinkedHashMap::new)));
    }

    private void checkPaper(Map<String, String> wrong, Set<String> slots) {
        if (nama.isEmpty() || nama.length() > LONGEST) {
            wrong.put("nama", "name");
        }
        if (namaInggris.isEmpty() || namaInggris.length() > LONGEST) {
            wrong.put("namaInggris", "name-en");
        }
        if (obligation().isEmpty()) {
            wrong.put("wajib", "obligation");
        } else if (obligation().get() == Obligation.ONE_OF && !kelompok.matches(CODE)) {
            wrong.put("kelompok", "group");
        }
        if (!unggah.isEmpty() && !slots.contains(unggah)) {
            wrong.put("unggah", "slot");
        }
        if (circumstances().size() != keadaan.size()) {
            wrong.put("keadaan", "circumstance");
        }
    }

    Optional<RequestedService> service() {
        return value(RequestedService.values(), layanan);
    }

    private Optional<Obligation> obligation() {
        return value(Obligation.values(), wajib);
    }

    Set<Circumstance> circumstances() {
        var some = EnumSet.noneOf(Circumstance.class);
        keadaan.forEach(one -> value(Circumstance.values(), one).ifPresent(some::add));
        return some;
    }

    private static <E extends Enum<E>> Optional<E> value(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The change, of a form without problems. */
    RuleChange change() {
        var from = day(mulai).orElseThrow();
        return jadi.equals(STOP)
                ? new RuleChange.Stop(service().orElseThrow(), dokumen, from)
                : new RuleChange.Ask(
                        service().orElseThrow(),
                        dokumen,
                        nama,
                        namaInggris,
                        obligation().orElseThrow(),
                        obligation().orElseThrow() == Obligation.ONE_OF ? kelompok : null,
                        circumstances(),
                        unggah.isEmpty() ? null : unggah,
                        from,
                        day(sampai).orElse(null));
    }
}
