package titian.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.requirement.RequirementDesk;

/** "Cek syarat": a few questions and the papers one's own case needs, for everyone, before anything is begun. */
@Controller
class LookUpController {

    private final RequirementDesk requirements;

    LookUpController(RequirementDesk requirements) {
        this.requirements = requirements;
    }

    /** Nothing is kept: the address holds the choices, and none of them says who somebody is. */
    @GetMapping("/syarat/cek")
    ModelAndView look(
            @RequestParam(name = "untuk", required = false) @Nullable String errand,
            @RequestParam(name = "usia", required = false) @Nullable String age,
            @RequestParam(name = "paspor", required = false) @Nullable String passport,
            @RequestParam(name = "alasan", required = false) @Nullable String reason,
            @RequestParam(name = "anak", required = false) @Nullable String childhood,
            @RequestParam(name = "tujuan", required = false) @Nullable String purpose,
            @RequestParam(name = "keadaan", defaultValue = "") List<String> circumstances) {
        var chosen = LookUp.of(errand, age, passport, reason, childhood, purpose, circumstances);
        var page = new ModelAndView("questionnaire/lookup").addObject("chosen", chosen);
        if (!chosen.isEnough()) {
            return page;
        }
        var asked = chosen.situation().decide();
        return page.addObject("needs", requirements.needs(asked))
                .addObject("circumstances", requirements.circumstances(asked));
    }
}
