package titian.postgres;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the tables in the database were made by another edition of the program. */
class ForeignDataAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The data was made by another edition of Titian, whose tables differ from this one's.",
                "Start the edition that made it, or move the data folder away to begin with an empty one.",
                cause);
    }
}
