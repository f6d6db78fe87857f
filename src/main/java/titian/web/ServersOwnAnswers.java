package titian.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server refuses before any of us hears of it, such as an address that is none, gets a page for people too. */
@Configuration(proxyBeanMethods = false)
class ServersOwnAnswers {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersForPeople() {
        TomcatContextCustomizer ours =
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ForPeople.class.getName());
        return server -> server.addContextCustomizers(ours);
    }

    /** The server makes it itself. In which language it is asked cannot be known, so it is said in both. */
    public static final class ForPeople extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="id"><head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/aset/titian.css"></head>
                <body><main class="wrap narrow"><p class="cap small muted">%2$s</p><h1>%1$s</h1><p>%3$s</p>
                <div lang="en" class="mt4"><h2>%4$s</h2><p>%5$s</p></div>
                <p class="mt4"><a class="btn" href="/">%6$s</a></p></main></body></html>
                """;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var code = response.getStatus();
            if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                StrictHeaders.write(response);
                response.setContentType("text/html");
                response.setCharacterEncoding("utf-8");
                response.getReporter().write(page(code));
            } catch (IOException | IllegalStateException e) {
                // Whoever asked is gone.
            }
        }

        private static String page(int code) {
            var kind = "web.error." + (code == 413 ? "large" : code < 500 ? "malformed" : "broken");
            var id = Words.in(Words.INDONESIAN);
            var en = Words.in(Words.ENGLISH);
            return PAGE.formatted(
                    id.text(kind + ".title"),
                    id.text("web.error.code", code),
                    id.text(kind + ".text"),
                    en.text(kind + ".title"),
                    en.text(kind + ".text"),
                    id.text("web.error.home"));
        }
    }
}
