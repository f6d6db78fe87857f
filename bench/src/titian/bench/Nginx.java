package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** The yardstick of reading: nginx handing out the same bytes from a file. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx serve(Yard yard, byte[] bytes) throws IOException, InterruptedException {
        var folder = Files.createDirectories(yard.path("nginx"));
        Files.write(folder.resolve("tersedia"), bytes);
        var port = Yard.freePort();
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                worker_processes auto;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    keepalive_requests 100000000;
                    sendfile on;
                    tcp_nopush on;
                    open_file_cache max=10;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    default_type application/json;
                    server {
                        listen 127.0.0.1:%2$d;
                        root %1$s;
                    }
                }
                """.formatted(folder, port));
        makeReadableForItsWorkers(yard);
        var process = new ProcessBuilder("nginx", "-e", folder.resolve("error.log").toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        return yard.keep(new Nginx(process, port));
    }

    /** Started by root, nginx serves as another user, who may pass through the yard but not look around. */
    private static void makeReadableForItsWorkers(Yard yard) {
        yard.path("").toFile().setExecutable(true, false);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/tersedia";
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
