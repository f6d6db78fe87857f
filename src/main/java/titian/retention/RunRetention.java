package titian.retention;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The command that lets go what has been kept long enough, or says how much that would be. It is one more node beside
 * those that serve, which answers nobody and carries out no tasks.
 */
public class RunRetention {

    private RunRetention() {}

    /**
     * @param house  the class the house starts with
     * @param dryRun only says how much would go
     */
    public static void run(Class<?> house, boolean dryRun) {
        try (var node = new SpringApplicationBuilder(house)
                .run("--server.port=0", "--server.address=127.0.0.1", "--db-scheduler.enabled=false")) {
            var desk = node.getBean(RetentionDesk.class);
            print(dryRun ? desk.dryRun() : desk.sweep(), dryRun);
        }
    }

    static void print(Map<String, Long> kinds, boolean dryRun) {
        System.out.println(dryRun ? "Kept long enough (nothing is deleted now):" : "Kept long enough and deleted:");
        kinds.forEach((kind, rows) -> System.out.printf("%10d  %s%n", rows, kind));
    }
}
