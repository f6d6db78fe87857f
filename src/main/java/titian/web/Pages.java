package titian.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Turns a view's name, {@code booking/calendar}, into the page compiled from {@code src/main/jte}. */
@Component
class Pages implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "titian");

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        if (viewName.contains(":")) {
            return null;
        }
        var template = viewName + ".jte";
        return engine.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    /** Writes a page to a string, for letters and printed papers. */
    String write(String viewName, Map<String, Object> model) {
        var output = new gg.jte.output.StringOutput();
        engine.render(viewName + ".jte", model, output);
        return output.toString();
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        /** Without a content type, content negotiation would look for a JSP. */
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            engine.render(template, parameters(model), output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /** Spring leaves binding results in the model under keys no page can name. */
        private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
            var parameters = new HashMap<String, Object>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (!(value instanceof BindingResult) && value != null) {
                        parameters.put(name, value);
                    }
                });
            }
            return parameters;
        }
    }
}
