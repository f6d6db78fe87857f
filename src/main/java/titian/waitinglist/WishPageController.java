package titian.waitinglist;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.shared.SignedIn;

/** How one's waiting stands, and leaving the list. */
@Controller
class WishPageController {

    /** Names the part of the page that is fetched again by itself. */
    private static final String PART = "keadaan";

    private final WaitingListDesk desk;
    private final Waiting waiting;

    WishPageController(WaitingListDesk desk, Waiting waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    @GetMapping("/daftar-tunggu/{wish}")
    ModelAndView show(
            @PathVariable WishId wish,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String bagian) {
        var view = waiting.view(desk.wish(wish, me.account()));
        return new ModelAndView(bagian.equals(PART) ? "waitinglist/standing" : "waitinglist/wish")
                .addObject("view", view);
    }

    @GetMapping("/daftar-tunggu/{wish}/keluar")
    ModelAndView askToLeave(@PathVariable WishId wish, @AuthenticationPrincipal SignedIn me) {
        var mine = desk.wish(wish, me.account());
        return mine.state().isOpen()
                ? new ModelAndView("waitinglist/leave").addObject("view", waiting.view(mine))
                : new ModelAndView("redirect:/daftar-tunggu/" + wish);
    }

    @PostMapping("/daftar-tunggu/{wish}/keluar")
    String leave(@PathVariable WishId wish, @AuthenticationPrincipal SignedIn me) {
        try {
            desk.withdraw(wish, me.account());
        } catch (WaitingListRefused.NotNow _) {
            // an offer was accepted meanwhile: the page says so
        }
        return "redirect:/daftar-tunggu/" + wish;
    }

    @PostMapping("/daftar-tunggu/{wish}/lanjut")
    String resume(@PathVariable WishId wish, @AuthenticationPrincipal SignedIn me) {
        desk.resume(wish, me.account());
        return "redirect:/daftar-tunggu/" + wish;
    }
}
