package titian.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whose applications are whose, however many and however long ago. */
@Repository
class Owners {

    private final JdbcClient db;

    Owners(JdbcClient db) {
        this.db = db;
    }

    /** All of an account's applications. */
    List<ApplicationId> applicationsOf(AccountId account) {
        return db.sql("SELECT id FROM application.application WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The application of that number. */
    Optional<ApplicationId> find(Reference reference) {
        return db.sql("SELECT id FROM application.application WHERE reference = :reference")
                .param("reference", reference.value())
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Whose these are. */
    List<AccountId> of(Collection<ApplicationId> some) {
        return db.sql("SELECT DISTINCT account FROM application.application WHERE id = ANY (:some)")
                .param("some", some.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }
}
