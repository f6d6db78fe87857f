package titian.web;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes pages that are not answers to a browser: the HTML of a letter or of a paper to print. */
@Component
public class Papers {

    private final Pages pages;

    Papers(Pages pages) {
        this.pages = pages;
    }

    /** Fills the page of this name, as in {@code notification/welcome}, and gives its HTML. */
    public String write(String page, Map<String, Object> model) {
        return pages.write(page, model);
    }
}
