package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.support.Application;
import vn.loa.support.Guide;

/**
 * The commands of the README and of the guides, run from top to bottom as somebody would who pastes them: each page in a
 * shell of its own, against the packaged application with its sample content. A comment behind a command is held to its
 * word where it is a status ({@code # 404}), a header ({@code # ETag: "v0"}) or a body ({@code # {"online":1,…}}, where
 * {@code …} stands for anything). Without one, the answer has to be a success or a redirect.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class GuideCommandsIT {

    private static final String DOCUMENTED_HOST = "localhost:8080";
    private static final String DOCUMENTED_API = "https://api.example.vn";
    private static final int SECONDS = 120;
    /** Characters of a wrong answer. */
    private static final int SHOWN = 500;

    /**
     * Before each page. Its curl is the real one; besides, it keeps the answer's headers and body in a directory that is
     * named after the order of the calls and the line of the page.
     */
    private static final String PREAMBLE = """
            set -euo pipefail
            trap 'echo "line $LINENO: exit $? of $BASH_COMMAND"' ERR
            curl() {
              local call="$CALLS/$(printf %04d "$(ls "$CALLS" | wc -l)")-${BASH_LINENO[0]}" status=0
              mkdir "$call"
              touch "$call/headers"
              command curl --silent --show-error --max-time 30 --dump-header "$call/headers" "$@" | tee "$call/body" || status=$?
              return $status
            }
            """;

    private static final Pattern STATUS_LINE = Pattern.compile("^HTTP/\\S+ (\\d{3})", Pattern.MULTILINE);
    private static final Pattern STATUS = Pattern.compile("([1-5]\\d\\d)\\b.*");
    private static final Pattern HEADER = Pattern.compile("[A-Z][A-Za-z]*(-[A-Za-z]+)*: \\S+");

    @TempDir
    static Path data;

    private static Application loa;
    private static String frontendKey;

    @BeforeAll
    static void start() throws Exception {
        for (String program : List.of("bash", "curl", "jq")) {
            assumeTrue(isInstalled(program), program + " is not installed, which the commands of the guides need");
        }
        Application.shareProgramsWith(data);
        // Where it is noon: no page's visits are torn apart by midnight.
        int hours = 12 - ZonedDateTime.now(ZoneOffset.UTC).getHour();
        loa = Application.start(commandOfReadme(), data, Map.of("LOA_SITE_ZONE", ZoneOffset.ofHours(hours).getId()));
        frontendKey = frontendKey();
    }

    /** The one that starts Loa. */
    private static String commandOfReadme() {
        return Guide.read(Path.of("README.md")).lines().stream()
                .filter(line -> line.startsWith("LOA_ADMIN_KEY=") && line.contains("java ")).findFirst().orElseThrow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (loa != null) {
            loa.close();
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static List<Guide> pages() {
        return Guide.all().stream().filter(Guide::hasCommands).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_page_says_works_when_it_is_pasted(Guide page, @TempDir Path directory) throws Exception {
        Path calls = Files.createDirectory(directory.resolve("calls"));
        String output = run(page, directory, calls);
        assertEquals(List.of(), wrongAnswers(page, answers(calls)), output);
    }

    static Stream<Arguments> modules() {
        return Guide.all().stream().flatMap(page -> IntStream.range(0, page.modules().size())
                .mapToObj(number -> Arguments.of(page, number)));
    }

    /** A module must end well and write what it found. It may have nothing to say on stderr. */
    @ParameterizedTest
    @MethodSource("modules")
    void what_a_page_has_in_javascript_works_in_node(Guide page, int number, @TempDir Path directory) throws Exception {
        assumeTrue(isInstalled("node"), "node is not installed, which JavaScript in the guides needs");
        Path module = Files.writeString(directory.resolve("module.mjs"),
                page.modules().get(number).replace(DOCUMENTED_API, "http://localhost:" + loa.port()));
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        ProcessBuilder node = new ProcessBuilder("node", module.toString());
        node.environment().put("LOA_FRONTEND_KEY", frontendKey);
        Process process = node.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, page + " does not end");
        assertEquals("", Files.readString(errors), page.toString());
        assertEquals(0, process.exitValue(), page.toString());
        assertFalse(Files.readString(output).isBlank(), page + " found nothing");
    }

    private static String frontendKey() throws IOException, InterruptedException {
        String admin = commandOfReadme().replaceFirst("LOA_ADMIN_KEY=(\\S+) .*", "$1");
        byte[] request = "{\"name\": \"pages\", \"roles\": [\"frontend\"]}".getBytes(StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(loa.post("/api/v1/keys", request, "Authorization", "Bearer " + admin,
                "Content-Type", "application/json").body()).path("key").asText();
    }

    private static String run(Guide page, Path directory, Path calls) throws IOException, InterruptedException {
        Path preamble = Files.writeString(directory.resolve("preamble"), PREAMBLE);
        Path script = Files.writeString(directory.resolve("script"),
                page.script().replace(DOCUMENTED_HOST, "localhost:" + loa.port()));
        Path output = directory.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString());
        shell.environment().putAll(Map.of("BASH_ENV", preamble.toString(), "CALLS", calls.toString(), "LC_ALL", "C.UTF-8"));
        Process process = shell.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertTrue(ended, () -> page + " does not end:\n" + said);
        assertEquals(0, process.exitValue(), () -> page + ":\n" + said);
        return said;
    }

    /** One answer that curl got. */
    private record Answer(int line, String headers, String body) {

        /** The last one: others were redirects that curl followed, or interim ones. */
        String status() {
            return STATUS_LINE.matcher(headers).results().map(status -> status.group(1)).reduce("none", (first, last) -> last);
        }

        boolean isGood() {
            return status().startsWith("2") || status().startsWith("3");
        }

        /** Empty when the answer is what the comment says. */
        String wrong(String comment) {
            Matcher status = STATUS.matcher(comment);
            if (status.matches()) {
                return status().equals(status.group(1)) ? "" : "is " + status() + ", not " + comment;
            }
            if (!isGood()) {
                return "is " + status();
            }
            if (HEADER.matcher(comment).matches()) {
                return headers.lines().anyMatch(comment::equalsIgnoreCase) ? "" : "has no header " + comment;
            }
            return !isBody(comment) || asPattern(comment).matcher(body).matches() ? "" : "is not " + comment;
        }

        private static Pattern asPattern(String comment) {
            return Pattern.compile(Stream.of(comment.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                    Pattern.DOTALL);
        }
    }

    private static boolean isBody(String comment) {
        return comment.startsWith("{");
    }

    private static List<Answer> answers(Path calls) throws IOException {
        List<Answer> answers = new ArrayList<>();
        try (Stream<Path> folders = Files.list(calls)) {
            for (Path call : folders.sorted().toList()) {
                int line = Integer.parseInt(call.getFileName().toString().replaceFirst(".*-", ""));
                answers.add(new Answer(line, Files.readString(call.resolve("headers")),
                        new String(Files.readAllBytes(call.resolve("body")), StandardCharsets.UTF_8)));
            }
        }
        return answers;
    }

    private static List<String> wrongAnswers(Guide page, List<Answer> answers) {
        SortedMap<Integer, List<Answer>> byLine = new TreeMap<>(answers.stream()
                .collect(Collectors.groupingBy(answer -> page.endOfCommand(answer.line()))));
        List<String> wrong = new ArrayList<>();
        byLine.forEach((line, ofLine) -> {
            // A comment is about the last one; the others are asked for something that it needs.
            Answer last = ofLine.get(ofLine.size() - 1);
            for (Answer answer : ofLine) {
                String what = answer.wrong(answer == last ? page.comment(line) : "");
                if (!what.isEmpty()) {
                    wrong.add(page + ":" + line + ": the answer " + what + "\n"
                            + answer.body().substring(0, Math.min(SHOWN, answer.body().length())));
                }
            }
        });
        for (int line = 1; line <= page.lines().size(); line++) {
            String comment = page.comment(line);
            boolean isChecked = STATUS.matcher(comment).matches() || HEADER.matcher(comment).matches() || isBody(comment);
            if (isChecked && !byLine.containsKey(line)) {
                wrong.add(page + ":" + line + ": no answer for " + comment);
            }
        }
        return wrong;
    }
}
