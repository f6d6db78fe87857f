package titian.waitinglist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.web.Problems;
import titian.web.TypedDate;
import titian.web.Words;

/**
 * What somebody waits for, as typed: whom, where, from when to when, on which weekdays, at what time of day.
 *
 * @param cari   what offices were looked for
 * @param setuju whether the answers were declared to be true
 */
record WishForm(
        List<String> permohonan,
        List<String> kantor,
        TypedDate dari,
        TypedDate sampai,
        List<String> hari,
        String jam,
        String cari,
        String setuju) {

    static final String AGREED = "ya";

    private static final int LONGEST_SEARCH = 60;
    private static final int DAYS_AT_FIRST = 28;
    private static final int MOST_TYPED = 50;

    WishForm(
            @Nullable List<String> permohonan,
            @Nullable List<String> kantor,
            @Nullable TypedDate dari,
            @Nullable TypedDate sampai,
            @Nullable List<String> hari,
            @Nullable String jam,
            @Nullable String cari,
            @Nullable String setuju) {
        this.permohonan = some(permohonan);
        this.kantor = some(kantor);
        this.dari = dari == null ? TypedDate.BLANK : dari;
        this.sampai = sampai == null ? TypedDate.BLANK : sampai;
        this.hari = some(hari);
        this.jam = jam == null ? "" : jam;
        this.cari = cari == null
                ? ""
                : cari.strip().substring(0, Math.min(cari.strip().length(), LONGEST_SEARCH));
        this.setuju = setuju == null ? "" : setuju;
    }

    private static List<String> some(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().distinct().limit(MOST_TYPED).toList();
    }

    /** What most people would say: any working day of the next four weeks. */
    static WishForm begin(List<ApplicationId> applications, List<OfficeId> offices, LocalDate today) {
        return new WishForm(
                applications.stream().map(ApplicationId::toString).toList(),
                offices.stream().map(OfficeId::value).toList(),
                TypedDate.of(today.plusDays(1)),
                TypedDate.of(today.plusDays(DAYS_AT_FIRST)),
                Stream.of(DayOfWeek.values())
                        .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
                        .map(DayOfWeek::name)
                        .toList(),
                Hours.ANY.name(),
                "",
                "");
    }

    static WishForm of(Wish wish) {
        var wanted = wish.wanted();
        return new WishForm(
                wish.members().stream().map(ApplicationId::toString).toList(),
                wanted.offices().stream().map(OfficeId::value).toList(),
                TypedDate.of(wanted.firstDay()),
                TypedDate.of(wanted.lastDay()),
                wanted.weekdays().stream().map(DayOfWeek::name).toList(),
                wanted.hours().name(),
                "",
                AGREED);
    }

    /** What was typed, for those who wait already. */
    WishForm as(Wish wish) {
        return new WishForm(
                wish.members().stream().map(ApplicationId::toString).toList(),
                kantor,
                dari,
                sampai,
                hari,
                jam,
                cari,
                AGREED);
    }

    Problems check(LocalDate today, List<OfficeId> offices, Words words) {
        var problems = new LinkedHashMap<String, String>();
        if (permohonan.isEmpty() || permohonan.size() > 5) {
            problems.put("permohonan", words.text("waitinglist.form.who.missing"));
        }
        if (kantor.isEmpty()) {
            problems.put("kantor", words.text("waitinglist.form.office.missing"));
        } else if (kantor.size() > Wanted.MOST_OFFICES || offices.size() < kantor.size()) {
            problems.put("kantor", words.text("waitinglist.form.office.many", Wanted.MOST_OFFICES));
        }
        checkDays(problems, today, words);
        if (!List.of(Hours.ANY.name(), Hours.MORNING.name(), Hours.AFTERNOON.name())
                .contains(jam)) {
            problems.put("jam", words.text("waitinglist.form.hours.missing"));
        }
        if (!setuju.equals(AGREED)) {
            problems.put("setuju", words.text("waitinglist.form.declaration.missing"));
        }
        return new Problems(problems);
    }

    private void checkDays(Map<String, String> problems, LocalDate today, Words words) {
        var first = dari.date().orElse(null);
        var last = sampai.date().orElse(null);
        if (first == null) {
            problems.put("dari", words.text("waitinglist.form.day.malformed"));
        }
        if (last == null) {
            problems.put("sampai", words.text("waitinglist.form.day.malformed"));
        } else if (last.isBefore(today)) {
            problems.put("sampai", words.text("waitinglist.form.last.past"));
        } else if (last.isAfter(today.plusDays(WaitingListDesk.LONGEST_DAYS))) {
            problems.put("sampai", words.text("waitinglist.form.last.far", WaitingListDesk.LONGEST_DAYS));
        } else if (first != null && last.isBefore(first)) {
            problems.put("sampai", words.text("waitinglist.form.last.before-first"));
        }
        if (weekdays().isEmpty()) {
            problems.put("hari", words.text("waitinglist.form.weekdays.missing"));
        } else if (first != null && last != null && !last.isBefore(first) && noneBetween(first, last)) {
            problems.put("hari", words.text("waitinglist.form.weekdays.none"));
        }
    }

    private boolean noneBetween(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .limit(7)
                .noneMatch(day -> weekdays().contains(day.getDayOfWeek()));
    }

    /** Only asked of a form in which nothing is wrong. */
    Wanted wanted(List<OfficeId> offices) {
        return new Wanted(
                offices, dari.date().orElseThrow(), sampai.date().orElseThrow(), weekdays(), Hours.valueOf(jam));
    }

    Set<DayOfWeek> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> hari.contains(day.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
