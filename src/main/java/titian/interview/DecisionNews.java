package titian.interview;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.home.HomeNews;
import titian.shared.AccountId;
import titian.web.Words;

/** What the head of an office decided, on the home of whom it is about. */
@Component
class DecisionNews implements HomeNews {

    private final DraftDesk applications;
    private final DecisionDesk decisions;

    DecisionNews(DraftDesk applications, DecisionDesk decisions) {
        this.applications = applications;
        this.decisions = decisions;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        return applications.of(account).stream()
                .map(PassportApplication::id)
                .flatMap(id -> decisions.said(id, words).stream()
                        .map(said -> new Item(
                                "doc",
                                words.text("interview.news.label"),
                                said,
                                words.text("interview.news.text"),
                                DecisionController.address(id),
                                words.text("interview.news.button"))))
                .toList();
    }
}
