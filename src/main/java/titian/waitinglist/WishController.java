package titian.waitinglist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.submission.ReadyDesk;
import titian.submission.ReadyDesk.Ready;
import titian.waitinglist.Wish.State;
import titian.web.Problems;
import titian.web.Words;

/** Joining the waiting list, and changing what one waits for. */
@Controller
class WishController {

    /** The day by which forms are checked; each office then counts its own. */
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final WaitingListDesk desk;
    private final ReadyDesk ready;
    private final OfficeChoice choice;
    private final Waiting waiting;
    private final Clock clock;

    WishController(WaitingListDesk desk, ReadyDesk ready, OfficeChoice choice, Waiting waiting, Clock clock) {
        this.desk = desk;
        this.ready = ready;
        this.choice = choice;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** What the account waits for; whoever has nothing else to see is led straight to it. */
    @GetMapping("/daftar-tunggu")
    ModelAndView list(@AuthenticationPrincipal SignedIn me) {
        var wishes = desk.of(me.account());
        return new ModelAndView("waitinglist/list")
                .addObject("views", wishes.stream().map(waiting::view).toList())
                .addObject("canJoin", !free(me.account()).isEmpty());
    }

    @GetMapping("/daftar-tunggu/baru")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String permohonan,
            @RequestParam(required = false) @Nullable String kantor,
            Locale locale) {
        var application = application(permohonan);
        var open = application == null ? null : desk.waiting(application).orElse(null);
        if (open != null && open.account().equals(me.account())) {
            return redirect("/daftar-tunggu/" + open.id());
        }
        var people = free(me.account());
        if (people.isEmpty()) {
            return new ModelAndView("waitinglist/nobody");
        }
        var first = people.stream()
                .filter(one -> one.id().equals(application))
                .findFirst()
                .orElse(people.getFirst());
        var offices = Stream.concat(
                        Stream.ofNullable(kantor).map(WishController::office), Stream.ofNullable(first.office()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        return form(people, null, WishForm.begin(List.of(first.id()), offices, today()), Problems.NONE);
    }

    @PostMapping("/daftar-tunggu/baru")
    ModelAndView join(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") WishForm form,
            @RequestParam(required = false) @Nullable String lihat,
            Locale locale) {
        var members = form.permohonan().stream()
                .flatMap(typed -> Stream.ofNullable(application(typed)))
                .toList();
        var people = free(me.account());
        if (lihat != null) {
            return form(people, null, form, Problems.NONE);
        }
        var offices = choice.chosen(form, today());
        var problems = form.check(today(), offices, Words.in(locale));
        if (problems.any()) {
            return form(people, null, form, problems);
        }
        try {
            return redirect("/daftar-tunggu/" + desk.join(me.account(), members, form.wanted(offices)));
        } catch (WaitingListRefused.AlreadyWaiting already) {
            return redirect("/daftar-tunggu/" + already.wish());
        } catch (WaitingListRefused.NotReady _) {
            return redirect("/daftar-tunggu/baru");
        }
    }

    @GetMapping("/daftar-tunggu/{wish}/ubah")
    ModelAndView askToChange(@PathVariable WishId wish, @AuthenticationPrincipal SignedIn me) {
        var mine = desk.wish(wish, me.account());
        return canChange(mine)
                ? form(List.of(), mine, WishForm.of(mine), Problems.NONE)
                : redirect("/daftar-tunggu/" + wish);
    }

    @PostMapping("/daftar-tunggu/{wish}/ubah")
    ModelAndView change(
            @PathVariable WishId wish,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") WishForm typed,
            @RequestParam(required = false) @Nullable String lihat,
            Locale locale) {
        var mine = desk.wish(wish, me.account());
        var form = typed.as(mine);
        if (lihat != null) {
            return form(List.of(), mine, form, Problems.NONE);
        }
        var offices = choice.chosen(form, today());
        var problems = form.check(today(), offices, Words.in(locale));
        if (problems.any()) {
            return form(List.of(), mine, form, problems);
        }
        if (canChange(mine)) {
            desk.change(wish, me.account(), form.wanted(offices));
        }
        return redirect("/daftar-tunggu/" + wish);
    }

    private static boolean canChange(Wish wish) {
        return wish.state() == State.WAITING || wish.state() == State.PAUSED;
    }

    private ModelAndView form(List<Ready> people, @Nullable Wish wish, WishForm form, Problems problems) {
        var regency = people.stream()
                .filter(one -> form.permohonan().contains(one.id().toString()))
                .map(Ready::regency)
                .findFirst()
                .orElse("");
        return new ModelAndView("waitinglist/form", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("people", people)
                .addObject("wish", wish)
                .addObject("form", form)
                .addObject("offices", choice.shown(form, regency, today()))
                .addObject("problems", problems);
    }

    /** Those who are ready and do not wait yet. */
    private List<Ready> free(AccountId account) {
        return ready.of(account).stream()
                .filter(one -> desk.waiting(one.id()).isEmpty())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CAPITAL);
    }

    private static @Nullable ApplicationId application(@Nullable String typed) {
        try {
            return typed == null ? null : new ApplicationId(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable OfficeId office(String typed) {
        try {
            return new OfficeId(typed);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static ModelAndView redirect(String to) {
        return new ModelAndView("redirect:" + to);
    }
}
