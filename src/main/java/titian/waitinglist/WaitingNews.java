package titian.waitinglist;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.home.HomeNews;
import titian.shared.AccountId;
import titian.waitinglist.Waiting.View;
import titian.web.Words;

/** How somebody's waiting stands, on their home. */
@Component
class WaitingNews implements HomeNews {

    private static final int MOST = 3;

    private final WaitingListDesk desk;
    private final Waiting waiting;

    WaitingNews(WaitingListDesk desk, Waiting waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        return desk.of(account).stream()
                .filter(wish -> wish.state().isOpen())
                .sorted((one, other) -> urgency(one) - urgency(other))
                .limit(MOST)
                .map(wish -> item(waiting.view(wish), words))
                .toList();
    }

    private static int urgency(Wish wish) {
        return switch (wish.state()) {
            case OFFERED -> 0;
            case PAUSED -> 1;
            case WAITING, ENDED -> 2;
        };
    }

    private static Item item(View view, Words words) {
        var key = "waitinglist.news." + view.wish().state();
        return new Item(
                view.hasOffer() ? "calendar" : "clock",
                words.text("waitinglist.tag." + view.wish().state()),
                words.text(key),
                view.offered() != null && view.hasOffer()
                        ? words.text(
                                key + ".text",
                                words.dayOfYear(view.offered().day()),
                                view.offered().office().city(),
                                view.offered().until(words, view.now()))
                        : words.text(key + ".text", view.names()),
                view.address(),
                words.text(key + ".button"));
    }
}
