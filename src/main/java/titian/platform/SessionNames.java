package titian.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * A session that was given a new name keeps it. Whatever was asked for under a former one and is answered later writes
 * back what it knew, and would sign out who signed in meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class SessionNames {

    private static final String UPDATE = """
            UPDATE platform.session AS kept
            SET session_id = known.session_id, last_access_time = known.last_access_time,
                max_inactive_interval = known.max_inactive_interval, expiry_time = known.expiry_time,
                principal_name = known.principal_name,
                former_ids = CASE WHEN kept.session_id = known.session_id THEN kept.former_ids
                    ELSE kept.former_ids || kept.session_id END
            FROM (SELECT ?::char(36) AS session_id, ?::bigint AS last_access_time, ?::int AS max_inactive_interval,
                ?::bigint AS expiry_time, ?::varchar AS principal_name, ?::char(36) AS primary_id) AS known
            WHERE kept.primary_id = known.primary_id AND known.session_id <> ALL (kept.former_ids)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keepingNewNames() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
