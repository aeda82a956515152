package vn.loa.changes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's recipes for receivers verify what Loa signs, where their languages are installed. */
class RecipesTest {

    private static final byte[] BODY = "{\"type\":\"test\",\"name\":\"tiếng Việt\"}".getBytes(StandardCharsets.UTF_8);
    private static final SigningKeys.Made KEYS = SigningKeys.make();

    @TempDir
    Path folder;

    private static String recipe(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/webhooks.md")));
        block.find();
        return block.group(1);
    }

    /** What a program prints; skips the test where it is not installed. */
    private static String run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed");
            return "";
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor(20, TimeUnit.SECONDS);
        return printed;
    }

    private static List<String> arguments(String key) {
        long now = Instant.now().getEpochSecond();
        return List.of(key, String.valueOf(now), KEYS.keys().sign("msg_1", now, BODY), Base64.getEncoder().encodeToString(BODY));
    }

    @Test
    void in_python_with_the_secret() throws Exception {
        List<String> given = arguments(KEYS.keys().secretWords());
        String program = recipe("python") + """

                import sys
                key, at, signature, body = sys.argv[1:]
                headers = {"webhook-id": "msg_1", "webhook-timestamp": at, "webhook-signature": signature}
                body = base64.b64decode(body)
                print(verify(key, headers, body), verify(key, headers, body + b" "), verify(key, headers | {"webhook-timestamp": "1"}, body))
                """;
        assertEquals("True False False", run("python3", "-c", program, given.get(0), given.get(1), given.get(2), given.get(3)));
    }

    @Test
    void in_javascript_with_the_public_key() throws Exception {
        List<String> given = arguments(SigningKeys.publicKeyWords(Base64.getEncoder().encodeToString(KEYS.publicKey())));
        Path program = Files.writeString(folder.resolve("verify.mjs"), recipe("js") + """

                const [key, at, signature, base64] = process.argv.slice(2);
                const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': signature };
                const body = Buffer.from(base64, 'base64');
                console.log(isFromLoa(key, headers, body), isFromLoa(key, headers, Buffer.concat([body, body])),
                  isFromLoa(key, { ...headers, 'webhook-timestamp': '1' }, body));
                """);
        assertEquals("true false false", run("node", program.toString(), given.get(0), given.get(1), given.get(2), given.get(3)));
    }
}
