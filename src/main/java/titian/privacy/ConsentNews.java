package titian.privacy;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.home.HomeNews;
import titian.shared.AccountId;
import titian.web.Words;

/** A new version of the notice is asked about on the home; whatever is booked goes on meanwhile. */
@Component
class ConsentNews implements HomeNews {

    private final ConsentDesk desk;

    ConsentNews(ConsentDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        if (desk.isGiven(account, ConsentPurpose.NOTICE)) {
            return List.of();
        }
        return List.of(new Item(
                "lock",
                words.text("privacy.consent.news.label"),
                words.text("privacy.consent.news.title"),
                words.text("privacy.consent.news.text"),
                "/akun/data/persetujuan",
                words.text("privacy.consent.news.button")));
    }
}
