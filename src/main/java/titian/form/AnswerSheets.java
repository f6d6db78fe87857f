package titian.form;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import tools.jackson.databind.json.JsonMapper;

/** The table of what has been answered, a section at a time. */
@Repository
class AnswerSheets implements HoldsSealed {

    private static final String ANSWERS = "form.answers";
    private static final String UNFINISHED = "form.unfinished";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Seals seals;

    AnswerSheets(JdbcClient db, JsonMapper json, Seals seals) {
        this.db = db;
        this.json = json;
        this.seals = seals;
    }

    Map<Section, Answer> of(ApplicationId application) {
        var answers = new EnumMap<Section, Answer>(Section.class);
        db.sql("""
                        SELECT section, answers
                          FROM form.answers
                         WHERE application = :application AND answers IS NOT NULL
                         LIMIT 20
                        """).param("application", application.value()).query(row -> {
            var section = Section.valueOf(row.getString("section"));
            answers.put(section, json.readValue(seals.open(row.getString("answers"), ANSWERS), section.type()));
        });
        return answers;
    }

    void save(ApplicationId application, Answer answer, Instant at) {
        db.sql("""
                        INSERT INTO form.answers (application, section, answers, saved_at)
                        VALUES (:application, :section, :answers, :at)
                        ON CONFLICT (application, section) DO UPDATE
                           SET answers = excluded.answers, unfinished = NULL, saved_at = excluded.saved_at
                        """)
                .param("application", application.value())
                .param("section", answer.section().name())
                .param("answers", seals.seal(json.writeValueAsString(answer), ANSWERS))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Keeps what was typed on a page that cannot be taken yet, beside the answers it had. */
    void keep(ApplicationId application, Section section, Object typed, Instant at) {
        db.sql("""
                        INSERT INTO form.answers (application, section, unfinished, saved_at)
                        VALUES (:application, :section, :typed, :at)
                        ON CONFLICT (application, section) DO UPDATE
                           SET unfinished = excluded.unfinished, saved_at = excluded.saved_at
                        """)
                .param("application", application.value())
                .param("section", section.name())
                .param("typed", seals.seal(json.writeValueAsString(typed), UNFINISHED))
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
                        SELECT unfinished FROM form.answers
                         WHERE application = :application AND section = :section AND unfinished IS NOT NULL
                        """)
                .param("application", application.value())
                .param("section", section.name())
                .query(String.class)
                .optional()
                .map(typed -> json.readValue(seals.open(typed, UNFINISHED), type));
    }

    @Override
    public String table() {
        return "form.answers";
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        var applications = db.sql("""
                        SELECT DISTINCT application
                          FROM form.answers
                         WHERE application > :after
                         ORDER BY application
                         LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getObject("application", UUID.class))
                .list();
        applications.forEach(this::sealAnew);
        return applications;
    }

    private void sealAnew(UUID application) {
        db.sql("""
                        SELECT section, answers, unfinished
                          FROM form.answers
                         WHERE application = :application
                           FOR NO KEY UPDATE
                        """).param("application", application).query(row -> {
            var answers = seals.openIfAny(row.getString("answers"), ANSWERS);
            var unfinished = seals.openIfAny(row.getString("unfinished"), UNFINISHED);
            db.sql("""
                                    UPDATE form.answers
                                       SET answers = :answers, unfinished = :unfinished
                                     WHERE application = :application AND section = :section
                                    """)
                    .param("application", application)
                    .param("section", row.getString("section"))
                    .param("answers", seals.sealIfAny(answers, ANSWERS))
                    .param("unfinished", seals.sealIfAny(unfinished, UNFINISHED))
                    .update();
        });
    }
}
