package titian.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that belong to no module: help, privacy, accessibility, and the one shown without a network. */
@Controller
class FrontController {

    @GetMapping("/luring")
    String offline() {
        return "web/offline";
    }
}
