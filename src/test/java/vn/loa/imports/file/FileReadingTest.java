package vn.loa.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.loa.http.LimitsConfig;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;

/** The process that reads a file has a heap, a time and an answer of its own size, and ends with the one that started it. */
class FileReadingTest {

    private static FileReading reading(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(FileConfig.class).withMapping(LimitsConfig.class)
                .withDefaultValues(values).addDiscoveredConverters().build();
        return new FileReading(config.getConfigMapping(FileConfig.class), config.getConfigMapping(LimitsConfig.class));
    }

    private static byte[] notice() throws IOException {
        try (InputStream in = FileReadingTest.class.getResourceAsStream("/files/thong-tu.doc")) {
            return in.readAllBytes();
        }
    }

    private static byte[] docx(String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                    + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Problem refusal(FileReading reading, byte[] file) {
        return assertThrows(ProblemException.class, () -> reading.read(file)).problem();
    }

    @Test
    void a_file_that_takes_too_long_is_refused_and_its_process_ended() throws IOException {
        // No process of Java starts within this time.
        Problem problem = refusal(reading("loa.imports.reader-deadline", "PT0.001S"), notice());
        assertEquals("too-complex", problem.extensions().get("reason"));
        assertTrue(problem.detail().contains("longer than"), problem.detail());
        assertEquals(0, readers());
    }

    @Test
    void a_file_that_needs_too_much_memory_is_refused() throws IOException {
        byte[] file = docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>".repeat(1_500_000) + "</w:p>");
        Problem problem = refusal(reading("loa.imports.reader-heap", "32M"), file);
        assertEquals("too-complex", problem.extensions().get("reason"));
        assertTrue(problem.detail().contains("memory"), problem.detail());
    }

    @Test
    void several_files_at_once_are_read_by_no_more_processes_than_may_be() throws IOException {
        FileReading reading = reading("loa.imports.readers", "2");
        byte[] file = notice();
        List<Integer> blocks = IntStream.range(0, 6).parallel().mapToObj(i -> {
            int running = readers();
            assertTrue(running <= 2, running + " processes");
            return reading.read(file).blocks().size();
        }).toList();
        assertEquals(1, blocks.stream().distinct().count());
    }

    @Test
    void a_process_ends_when_nobody_waits_for_it() throws Exception {
        Process process = new ProcessBuilder(ReaderCommand.of(64 << 20)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        byte[] file = docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>".repeat(1_000_000) + "</w:p>");
        out.writeLong(1 << 20);
        out.writeInt(file.length);
        out.write(file);
        out.close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    private static int readers() {
        return (int) ProcessHandle.current().children().filter(ProcessHandle::isAlive).filter(process -> process.info().commandLine()
                .orElse("").contains("child.FileReader")).count();
    }
}
