package titian.form;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.ApplicationId;
import tools.jackson.databind.json.JsonMapper;

/** The table of what has been answered, a section at a time. */
@Repository
class AnswerSheets {

    private final JdbcClient db;
    private final JsonMapper json;

    AnswerSheets(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Map<Section, Answer> of(ApplicationId application) {
        var answers = new EnumMap<Section, Answer>(Section.class);
        db.sql("""
                        SELECT section, answers::text AS answers
                          FROM form.answers
                         WHERE application = :application AND answers IS NOT NULL
                         LIMIT 20
                        """).param("application", application.value()).query(row -> {
            var section = Section.valueOf(row.getString("section"));
            answers.put(section, json.readValue(row.getString("answers"), section.type()));
        });
        return answers;
    }

    void save(ApplicationId application, Answer answer, Instant at) {
        db.sql("""
                        INSERT INTO form.answers (application, section, answers, saved_at)
                        VALUES (:application, :section, :answers::jsonb, :at)
                        ON CONFLICT (application, section) DO UPDATE
                           SET answers = excluded.answers, unfinished = NULL, saved_at = excluded.saved_at
                        """)
                .param("application", application.value())
                .param("section", answer.section().name())
                .param("answers", json.writeValueAsString(answer))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Keeps what was typed on a page that cannot be taken yet, beside the answers it had. */
    void keep(ApplicationId application, Section section, Object typed, Instant at) {
        db.sql("""
                        INSERT INTO form.answers (application, section, unfinished, saved_at)
                        VALUES (:application, :section, :typed::jsonb, :at)
                        ON CONFLICT (application, section) DO UPDATE
                           SET unfinished = excluded.unfinished, saved_at = excluded.saved_at
                        """)
                .param("application", application.value())
                .param("section", section.name())
                .param("typed", json.writeValueAsString(typed))
                .param("at", at.atOffset(UTC))
                .update();
    }

    void forget(ApplicationId application) {
        db.sql("DELETE FROM form.answers WHERE application = :application")
                .param("application", application.value())
                .update();
    }

    <T> Optional<T> kept(ApplicationId application, Section section, Class<T> type) {
        return db.sql("""
                        SELECT unfinished::text FROM form.answers
                         WHERE application = :application AND section = :section AND unfinished IS NOT NULL
                        """)
                .param("application", application.value())
                .param("section", section.name())
                .query(String.class)
                .optional()
                .map(typed -> json.readValue(typed, type));
    }
}
