package titian.waitinglist;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import titian.booking.OfferId;
import titian.shared.SignedIn;
import titian.submission.ReadyDesk;

/** The two answers to an offer. */
@Controller
class OfferController {

    private final WaitingListDesk desk;
    private final OfferDesk offers;
    private final Taking taking;
    private final ReadyDesk ready;

    OfferController(WaitingListDesk desk, OfferDesk offers, Taking taking, ReadyDesk ready) {
        this.desk = desk;
        this.offers = offers;
        this.taking = taking;
        this.ready = ready;
    }

    /** Whoever comes alone pays next; a group sees all its members. */
    @PostMapping("/daftar-tunggu/{wish}/tawaran/{offer}/terima")
    String accept(@PathVariable WishId wish, @PathVariable OfferId offer, @AuthenticationPrincipal SignedIn me) {
        try {
            taking.accept(offer, me.account());
        } catch (WaitingListRefused.OfferOver _) {
            return page(wish);
        } catch (WaitingListRefused.NotReady _) {
            return toFillIn(desk.wish(wish, me.account()));
        }
        var now = desk.wish(wish, me.account());
        return now.why() == Wish.Why.PLACED && now.people() == 1
                ? "redirect:/tagihan/" + now.members().getFirst()
                : page(wish);
    }

    @PostMapping("/daftar-tunggu/{wish}/tawaran/{offer}/lepas")
    String decline(@PathVariable WishId wish, @PathVariable OfferId offer, @AuthenticationPrincipal SignedIn me) {
        try {
            offers.decline(offer, me.account());
        } catch (WaitingListRefused.OfferOver _) {
            // the page says what became of it
        }
        return page(wish);
    }

    private String toFillIn(Wish wish) {
        return wish.members().stream()
                .filter(member -> ready.find(member).isEmpty())
                .findFirst()
                .map(member -> "redirect:/permohonan/" + member)
                .orElse(page(wish.id()));
    }

    private static String page(WishId wish) {
        return "redirect:/daftar-tunggu/" + wish;
    }
}
