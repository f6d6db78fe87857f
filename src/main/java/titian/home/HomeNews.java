package titian.home;

import java.util.List;
import titian.shared.AccountId;
import titian.web.Words;

/** What another module has to say on an applicant's home, above everything else. */
public interface HomeNews {

    /** The news for this account, in the reader's language, what is most urgent first; a few at most. */
    List<Item> of(AccountId account, Words words);

    /**
     * A card on the home, with one way to go.
     *
     * @param icon  the name of its drawing
     * @param label what kind of news it is
     */
    record Item(String icon, String label, String title, String text, String href, String button) {}
}
