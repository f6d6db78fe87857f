package titian.casework;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How PostgreSQL answers what is asked through it: by index where there is one, however few rows a test has. Each question
 * is answered as well.
 */
final class Plans implements AutoCloseable {

    private static final List<String> ONLY_IF_NOTHING_ELSE =
            List.of("enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort");

    private final Connection connection;
    private final List<String> told = new ArrayList<>();

    Plans(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var settings = connection.createStatement()) {
            for (var setting : ONLY_IF_NOTHING_ELSE) {
                settings.execute("SET LOCAL " + setting + " = off");
            }
        }
    }

    JdbcClient client() {
        return JdbcClient.create(new SingleConnectionDataSource(watched(), true));
    }

    /** The plans of what was asked since the last time. */
    String told() {
        var plans = String.join("\n", told);
        told.clear();
        return plans;
    }

    private Connection watched() {
        return (Connection) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, given) -> {
                    var answer = call(connection, method, given);
                    return answer instanceof PreparedStatement asked
                            ? watched(asked, connection.prepareStatement("EXPLAIN " + given[0]))
                            : answer;
                });
    }

    private PreparedStatement watched(PreparedStatement asked, PreparedStatement explained) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, given) -> {
                    if (method.getName().startsWith("set") && given != null && given.length > 1) {
                        call(explained, method, given);
                    }
                    if (method.getName().startsWith("execute")) {
                        explain(explained);
                    }
                    return call(asked, method, given);
                });
    }

    private void explain(PreparedStatement question) throws SQLException {
        try (var plan = question.executeQuery()) {
            while (plan.next()) {
                told.add(plan.getString(1));
            }
        }
    }

    private static Object call(Object of, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(of, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
