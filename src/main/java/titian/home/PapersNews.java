package titian.home;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.casework.Prospect;
import titian.casework.ProspectDesk;
import titian.shared.AccountId;
import titian.web.Words;

/** Papers that went back, and are to be mended before the visit. */
@Component
class PapersNews implements HomeNews {

    private final ProspectDesk prospects;

    PapersNews(ProspectDesk prospects) {
        this.prospects = prospects;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        return prospects.toMend(account).stream()
                .map(prospect -> item(prospect, words))
                .toList();
    }

    private static Item item(Prospect prospect, Words words) {
        return new Item(
                "doc",
                words.text("home.papers.label"),
                words.count("home.papers.title", prospect.faults().size()),
                words.text("home.papers.text"),
                prospect.address(),
                words.text("home.papers.button"));
    }
}
