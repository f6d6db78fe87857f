package titian.form;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads people from a page that is not open now to one that is. */
@ControllerAdvice
class Detours {

    @ExceptionHandler
    String follow(Detour detour) {
        return "redirect:" + detour.to();
    }
}
