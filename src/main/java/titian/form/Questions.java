package titian.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Forms.Opened;
import titian.shared.AccountId;
import titian.web.Problems;
import titian.web.Words;

/** Shows a page of the form, and takes what was typed there: saved, put off, or shown back with what is wrong. */
@Component
public class Questions {

    /** Where whoever goes on later is led. */
    public static final String HOME = "/beranda";

    private final FormDesk desk;
    private final Forms forms;
    private final String pages;

    @Autowired
    Questions(FormDesk desk, Forms forms) {
        this(desk, forms, "form");
    }

    private Questions(FormDesk desk, Forms forms, String pages) {
        this.desk = desk;
        this.forms = forms;
        this.pages = pages;
    }

    /** The same for steps that another module asks, whose pages stand under its name. */
    public Questions in(String module) {
        return new Questions(desk, forms, module);
    }

    public ModelAndView show(Opened opened, Section section, Pressed pressed, Object form) {
        return page(opened, section, pressed, form, Problems.NONE)
                .addObject(
                        "prefilled",
                        !opened.form().has(section)
                                && forms.earlier(opened, section, section.type())
                                        .isPresent());
    }

    /**
     * Takes a page. What cannot be taken is shown back with its problems, or kept as it was typed if the person goes on
     * later.
     */
    public ModelAndView take(
            Opened opened,
            Section section,
            Pressed pressed,
            Record form,
            BindingResult problems,
            Locale locale,
            Supplier<Answer> answer) {
        var account = opened.application().account();
        if (!problems.hasErrors()) {
            desk.save(opened.id(), account, answer.get());
            return redirect(pressed.later() ? HOME : next(opened, section, pressed));
        }
        if (pressed.later()) {
            return putOff(opened, account, section, form);
        }
        return page(opened, section, pressed, form, inOrder(Problems.of(problems, Words.in(locale)), form));
    }

    /** Where it goes on from a section that has been saved: its answer may have changed what is asked. */
    public String next(Opened opened, Section section, Pressed pressed) {
        return new Sheet(forms.open(opened.application()), section, pressed.fromCheck()).next();
    }

    private ModelAndView putOff(Opened opened, AccountId account, Section section, Record form) {
        desk.keep(opened.id(), account, section, form);
        return redirect(HOME);
    }

    public ModelAndView page(Opened opened, Section section, Pressed pressed, Object form, Problems problems) {
        var view = pages + "/" + section.name().toLowerCase(Locale.ROOT).replace("_", "");
        var page = new ModelAndView(view, problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        page.addObject("sheet", new Sheet(opened, section, pressed.fromCheck()));
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    public static ModelAndView redirect(String to) {
        return new ModelAndView("redirect:" + to);
    }

    public static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }

    /** Validation finds problems in no order; people read them in the order of the form. */
    static Problems inOrder(Problems problems, Record form) {
        var fields = Arrays.stream(form.getClass().getRecordComponents())
                .map(component -> component.getName())
                .toList();
        var ordered = new LinkedHashMap<String, String>();
        problems.byField().entrySet().stream()
                .sorted(Comparator.comparingInt(problem -> place(fields, problem.getKey())))
                .forEach(problem -> ordered.put(problem.getKey(), problem.getValue()));
        return new Problems(ordered);
    }

    private static int place(List<String> fields, String field) {
        var place = fields.indexOf(field);
        return place < 0 ? fields.size() : place;
    }
}
