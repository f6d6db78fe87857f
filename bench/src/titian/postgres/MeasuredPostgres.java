package titian.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL that everything is measured against: the one that comes with Titian, with the settings it comes with. */
public final class MeasuredPostgres implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private MeasuredPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static MeasuredPostgres start(Path folder) {
        return new MeasuredPostgres(EmbeddedPostgres.start(folder));
    }

    public String url(String database) {
        return postgres.url().replaceFirst("/postgres$", "/" + database);
    }

    public String port() {
        return postgres.url().replaceFirst(".*:(\\d+)/.*", "$1");
    }

    public String user() {
        return postgres.user();
    }

    public String password() {
        return postgres.password();
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password());
    }

    @Override
    public void close() throws Exception {
        postgres.close();
    }
}
