package vn.loa.imports.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartWriterTest {

    private static final byte[] LINE = "{\"id\":1}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** @param longest that a snapshot may be needed */
    private static PartWriter writer(Duration longest, boolean stopping) {
        UUID id = UUID.randomUUID();
        PartWriter writer = new PartWriter(null, new OpenExport(id, "full", false, null, 0),
                new ExportHeader(ExportHeader.FORMAT, id, 1, "full", "1.0.0", "21", "2026-07-15T05:00:00Z"), new ExportConfig() {

                    @Override
                    public MemorySize partSize() {
                        return new MemorySize(BigInteger.valueOf(1 << 20));
                    }

                    @Override
                    public Duration kept() {
                        return Duration.ofDays(7);
                    }

                    @Override
                    public int most() {
                        return 5;
                    }

                    @Override
                    public Duration longestSnapshot() {
                        return longest;
                    }
                }, () -> stopping);
        writer.begin("article");
        return writer;
    }

    @Test
    void an_export_whose_snapshot_is_too_old_fails() {
        ExportFault fault = assertThrows(ExportFault.class, () -> writer(Duration.ZERO, false).line(LINE, LINE.length));
        assertThat(fault.getMessage(), containsString("loa.exports.longest-snapshot"));
    }

    @Test
    void a_stop_ends_the_writing() {
        IOException stopped = assertThrows(IOException.class, () -> writer(Duration.ofHours(2), true).line(LINE, LINE.length));
        assertThat(stopped.getMessage(), containsString("stopping"));
    }
}
