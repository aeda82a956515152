package vn.loa.imports.legacy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Editing;
import vn.loa.support.LocalServer;
import vn.loa.support.Pages;
import vn.loa.support.RawConnection;

/** The earlier site's server, configured as the guide says. Skipped where nginx, Apache or Varnish is not installed. */
@QuarkusTest
class OldAddressServersTest {

    private static final String KNOWN = "/chi-tiet-tin?id=123&l=vi";

    @TempDir
    Path folder;

    private LocalServer started;

    @AfterEach
    void stop() throws InterruptedException {
        if (started != null) {
            started.close();
        }
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("src", "docs", "moving-in.md")).split("## Addresses of an earlier system")[1];
    }

    private void start(int port, String... command) throws Exception {
        started = LocalServer.start(port, folder, command);
    }

    /** The head of the answer to a reader of the earlier site. */
    private static String ask(int port, String host, String path) throws IOException {
        try (RawConnection connection = new RawConnection(URI.create("http://127.0.0.1:" + port))) {
            return connection.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").answer();
        }
    }

    private static void assertMoved(String answer, String slug) {
        assertTrue(answer.startsWith("HTTP/1.1 301") && answer.toLowerCase().matches("(?s).*\r\nlocation: [^\r]*" + slug + "[^\r]*\r\n.*"), answer);
    }

    private static void record() {
        String id = Editing.published(Editing.news("Tin cũ"));
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"https://trang-cu.example" + KNOWN + "\", \"article\": \""
                + id + "\"}]}").then().statusCode(200);
    }

    @Test
    void nginx_answers_from_its_map_and_asks_loa_for_the_rest() throws Exception {
        LocalServer.needs("nginx");
        record();
        Matcher block = Pattern.compile("```nginx[^\n]*\n(.*?)```", Pattern.DOTALL).matcher(guide());
        assertTrue(block.find(), "a configuration of nginx");
        Files.writeString(folder.resolve("old-addresses.map"), Pages.asAdmin().get("/api/v1/old-address-map?server=nginx").asString());
        int port = LocalServer.freePort();
        StringBuilder temporary = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary.append(kind).append("_temp_path ").append(folder.resolve(kind)).append("; ");
        }
        Path conf = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http { access_log off; %2$s %3$s }
                """.formatted(folder, temporary, block.group(1).replace("server_name", "listen 127.0.0.1:" + port + "; server_name")
                .replace("127.0.0.1:8080", "127.0.0.1:" + RestAssured.port)));
        start(port, "nginx", "-c", conf.toString(), "-p", folder.toString());
        String known = ask(port, "trang-cu.example", KNOWN);
        assertMoved(known, "tin-cu");
        assertTrue(known.contains("<center>nginx"), "it is the map that answers: " + known);
        assertMoved(ask(port, "www.trang-cu.example", KNOWN), "tin-cu");
        assertMoved(ask(port, "trang-cu.example", "/chi-tiet-tin?l=vi&id=123"), "tin-cu");
        assertTrue(ask(port, "trang-cu.example", "/khac?a=1&b=%22").startsWith("HTTP/1.1 404"), "an address that nobody recorded");
    }

    @Test
    void apache_answers_from_its_map_and_asks_loa_for_the_rest() throws Exception {
        LocalServer.needs("apache2");
        record();
        Matcher block = Pattern.compile("```apache[^\n]*\n(.*?)```", Pattern.DOTALL).matcher(guide());
        assertTrue(block.find(), "a configuration of Apache");
        Path map = Files.writeString(folder.resolve("old-addresses.txt"),
                Pages.asAdmin().get("/api/v1/old-address-map?server=apache").asString());
        int port = LocalServer.freePort();
        // An Apache that root starts reads the map as another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        StringBuilder modules = new StringBuilder();
        for (String module : List.of("mpm_event", "authz_core", "rewrite", "proxy", "proxy_http")) {
            modules.append("LoadModule ").append(module).append("_module /usr/lib/apache2/modules/mod_").append(module).append(".so\n");
        }
        Path conf = Files.writeString(folder.resolve("apache.conf"), """
                %2$s
                User "#65534"
                Group "#65534"
                PidFile %1$s/apache.pid
                DefaultRuntimeDir %1$s
                ErrorLog /dev/stderr
                ServerName trang-cu.example
                Listen 127.0.0.1:%3$d
                <VirtualHost *>
                %4$s
                </VirtualHost>
                """.formatted(folder, modules, port, block.group(1).replace("/etc/apache2/old-addresses.txt", map.toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + RestAssured.port)));
        start(port, "apache2", "-X", "-f", conf.toString());
        String known = ask(port, "trang-cu.example", KNOWN);
        assertMoved(known, "tin-cu");
        assertTrue(known.contains("Server: Apache") && !known.contains("Cache-Tag"), "it is the map that answers: " + known);
        assertMoved(ask(port, "www.trang-cu.example", KNOWN), "tin-cu");
        assertMoved(ask(port, "trang-cu.example", "/chi-tiet-tin?l=vi&id=123"), "tin-cu");
        assertTrue(ask(port, "trang-cu.example", "/khac?a=1&b=%22").startsWith("HTTP/1.1 404"), "an address that nobody recorded");
    }

    @Test
    void varnish_asks_loa_for_each_address() throws Exception {
        LocalServer.needs("varnishd");
        record();
        Matcher line = Pattern.compile("`(set req\\.url = .*?;)`").matcher(guide());
        assertTrue(line.find(), "a line for Varnish");
        int port = LocalServer.freePort();
        // A Varnish that root starts reads the file as another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path vcl = Files.writeString(folder.resolve("loa.vcl"), """
                vcl 4.1;
                backend default { .host = "127.0.0.1"; .port = "%d"; }
                sub vcl_recv { %s }
                """.formatted(RestAssured.port, line.group(1)));
        start(port, "varnishd", "-F", "-a", "127.0.0.1:" + port, "-f", vcl.toString(), "-n", folder.resolve("varnish").toString(),
                "-s", "malloc,32m");
        assertMoved(ask(port, "trang-cu.example", KNOWN), "tin-cu");
        assertMoved(ask(port, "www.trang-cu.example", "/chi-tiet-tin?l=vi&id=123"), "tin-cu");
        assertTrue(ask(port, "trang-cu.example", "/khac?a=1&b=%22").startsWith("HTTP/1.1 404"), "an address that nobody recorded");
    }
}
