package vn.loa.imports.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.app.command.LoaCommand;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** A folder is imported from the command line. */
@QuarkusTest
class ImportCommandTest {

    @TempDir
    Path folder;

    private static String printed(int code, String... args) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();
        try {
            // The scheduler does not run in tests.
            work.scheduleWithFixedDelay(() -> Arc.container().instance(ImportWorkers.class).get().look(), 0, 100, TimeUnit.MILLISECONDS);
            assertEquals(code, LoaCommand.run(() -> null, writer, writer, args), out::toString);
        } finally {
            work.shutdownNow();
        }
        return out.toString();
    }

    private static String api(int port) {
        return "http://127.0.0.1:" + port + "/api/v1";
    }

    private String imported(int code, int port, String name, String... options) {
        String[] args = {"import", folder.toString(), "--api", api(port), "--key", TestDatabase.ADMIN_KEY, "--source-name", name, "--plain"};
        String[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        return printed(code, all);
    }

    private void page(String name, String title) throws IOException {
        Files.writeString(folder.resolve(name), Pages.news(title, "08:00:00 03-04-2023",
                "Sáng nay hơn một trăm đoàn viên và bà con cùng nhau dọn dẹp tuyến kênh " + title + ", trong không khí vui tươi.",
                "Hoạt động được duy trì hằng tháng với sự góp sức của nhiều gia đình."), StandardCharsets.UTF_8);
    }

    @Test
    void pages_are_in_and_sent_again_they_are_not_doubled() throws Exception {
        page("mot.txt", "Kênh một của lệnh nhập");
        page("hai.txt", "Kênh hai của lệnh nhập");
        Files.writeString(folder.resolve("robots.txt"), "User-agent: *");
        String dry = imported(0, RestAssured.port, "command-1", "--dry-run");
        assertThat(dry, containsString("Dry run done: created 2"));
        String first = imported(0, RestAssured.port, "command-1");
        assertThat(first, containsString("upload   100%"));
        assertThat(first, containsString("Import done: created 2, updated 0, unchanged 0, changed here 0, skipped 1, failed 0."));
        assertThat(imported(0, RestAssured.port, "command-1"), containsString("created 0, updated 0, unchanged 2"));
    }

    @Test
    void what_does_not_get_in_is_named_and_the_exit_code_says_so() throws Exception {
        page("mot.txt", "Kênh ba của lệnh nhập");
        Files.write(folder.resolve("hong.pdf"), "%PDF-1.4 nothing".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("bang.xlsx"), new byte[] {1, 2, 3, 0});
        String out = imported(1, RestAssured.port, "command-2");
        assertThat(out, containsString("created 1"));
        assertThat(out, containsString("hong.pdf: "));
        assertThat(out, containsString("bang.xlsx: "));
    }

    @Test
    void a_connection_that_breaks_is_made_again() throws Exception {
        page("mot.txt", "Kênh bốn của lệnh nhập");
        Files.write(folder.resolve("thua.bin"), noise(300_000));
        try (BreakingProxy proxy = new BreakingProxy(RestAssured.port, 2, 20_000)) {
            assertThat(imported(1, proxy.port(), "command-3"), containsString("created 1"));
            assertThat(proxy.connections(), greaterThan(2));
        }
    }

    @Test
    void an_upload_that_was_interrupted_goes_on_where_it_stopped() throws Exception {
        page("mot.txt", "Kênh sáu của lệnh nhập");
        Files.write(folder.resolve("thua.bin"), noise(9 << 20));
        ExecutorService command = Executors.newSingleThreadExecutor();
        Future<String> interrupted;
        // The first part passes; in the second the connection breaks, and is not to be had again.
        try (BreakingProxy proxy = new BreakingProxy(RestAssured.port, 1, 8_600_000)) {
            interrupted = command.submit(() -> imported(1, proxy.port(), "command-6"));
            while (parts("command-6").isEmpty() || parts("command-6").get(0) == 0) {
                Jobs.pause();
            }
        }
        command.shutdownNow();
        assertThat(interrupted.get(), containsString("was interrupted"));
        assertEquals(List.of(1), parts("command-6"));
        // The rest passes, and the first part would not.
        try (BreakingProxy proxy = new BreakingProxy(RestAssured.port, Integer.MAX_VALUE, 4_000_000)) {
            assertThat(imported(1, proxy.port(), "command-6"), containsString("created 1"));
        }
        assertEquals(List.of(2), parts("command-6"));
    }

    @Test
    void the_upload_of_a_folder_that_changed_begins_anew() throws Exception {
        page("mot.txt", "Kênh bảy của lệnh nhập");
        String job = Pages.asAdmin().noContentType().queryParam("sourceName", "command-7").queryParam("contentType", "application/zip")
                .post(Jobs.JOBS).then().statusCode(202).extract().path("id");
        Pages.asAdmin().contentType("application/octet-stream").body(new byte[] {1, 2, 3}).put(Jobs.JOBS + "/" + job + "/parts/1").then()
                .statusCode(200);
        Pages.asAdmin().get(Jobs.JOBS + "/" + job + "/parts").then().statusCode(200).body("parts[0].number", equalTo(1),
                "parts[0].bytes", equalTo(3), "parts[0].sha256", equalTo(DigestUtils.sha256Hex(new byte[] {1, 2, 3})));
        assertThat(imported(0, RestAssured.port, "command-7"), containsString("created 1"));
        assertEquals("receiving", Jobs.get(job).getString("state"));
    }

    @ParameterizedTest
    @CsvSource({"publisher,admin", "admin,publisher"})
    void the_upload_of_another_key_is_left_alone(String earlier, String later) throws Exception {
        String name = "command-8-" + later;
        Path lines = folder.resolve("a.ndjson");
        Files.writeString(lines, Jobs.line(Map.of("source", "1", "title", "Kênh tám của lệnh nhập " + later, "body", "<p>Một.</p>")));
        String key = Keys.make("earlier of " + name, earlier);
        String job = Keys.showing(key).noContentType().queryParam("sourceName", name).queryParam("contentType", Jobs.LINES)
                .post(Jobs.JOBS).then().statusCode(202).extract().path("id");
        Keys.showing(key).contentType("application/octet-stream").body(Files.readAllBytes(lines)).put(Jobs.JOBS + "/" + job + "/parts/1").then()
                .statusCode(200);
        String command = "later of " + name;
        assertThat(printed(0, "import", lines.toString(), "--api", api(RestAssured.port), "--key", Keys.make(command, later),
                "--source-name", name, "--plain"), containsString("created 1"));
        assertEquals("receiving", Jobs.get(job).getString("state"));
        Pages.asAdmin().queryParam("size", 100).get(Jobs.JOBS).then()
                .body("items.findAll { it.sourceName == '" + name + "' && it.state == 'done' }.createdBy", equalTo(List.of("key:" + command)));
    }

    /** How many parts each job of a name has. */
    private static List<Integer> parts(String name) {
        return Pages.asAdmin().queryParam("size", 100).get(Jobs.JOBS).then().statusCode(200).extract()
                .path("items.findAll { it.sourceName == '" + name + "' }.parts");
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_wrong_command_line_is_told_before_anything_is_sent() {
        assertThat(printed(2, "import"), containsString("FOLDER|FILE"));
        assertThat(printed(2, "import", "no-such-folder", "--key", "x"), containsString("There is no no-such-folder"));
        assertThat(printed(2, "import", folder.toString()), containsString("A key is needed"));
        assertThat(printed(2, "import", folder.toString(), "--key", " "), containsString("LOA_KEY"));
        assertThat(printed(2, "import", folder.toString(), "--key", "x", "--api", "ftp://x"), containsString("http or https"));
        assertThat(printed(0, "import", "--help"), containsString("--source-name"));
    }

    @Test
    void a_key_that_may_not_is_told_and_is_not_printed() throws Exception {
        page("mot.txt", "Kênh năm của lệnh nhập");
        String out = printed(1, "import", folder.toString(), "--api", api(RestAssured.port), "--key", "a-secret-that-is-wrong");
        assertThat(out, containsString("Loa answered 401"));
        assertThat(out, not(containsString("a-secret")));
    }
}
