package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/**
 * Document numbers found in seven texts of the official gazette, against those that a reader wrote down, every mention
 * of each in the order of the text ({@code numbers/<file>.txt}). The texts are not part of this repository: the test runs
 * where the system property corpus names the directory whose folder gazette has them.
 */
class CorpusNumbersTest {
    private static final List<String> FILES = List.of("nghi-quyet-so-24-2022-ubtvqh15-37692",
            "nghi-quyet-so-113-nq-cp-469448", "nghi-quyet-so-126-nq-cp-469505", "nghi-quyet-so-26-2026-nq-cp-469479",
            "quyet-dinh-so-333-qd-btc-469000", "thong-tu-so-06-2023-tt-bldtbxh-39796",
            "nghi-dinh-so-123-2026-nd-cp-469299");
    private static final double REQUIRED = 0.98;

    @Test
    void document_numbers_are_found_with_a_precision_and_recall_of_98_percent() throws IOException {
        String corpus = System.getProperty("corpus");
        assumeTrue(corpus != null && Files.isDirectory(Path.of(corpus, "gazette")), "no corpus");
        int expected = 0;
        int found = 0;
        int right = 0;
        StringBuilder report = new StringBuilder();
        for (String file : FILES) {
            List<String> wanted = annotated(file);
            List<String> read = read(Files.readString(Path.of(corpus, "gazette", file + ".txt")));
            List<String> missed = without(wanted, read);
            List<String> wrong = without(read, wanted);
            expected += wanted.size();
            found += read.size();
            right += wanted.size() - missed.size();
            report.append(file).append(": ").append(wanted.size()).append(", missed ").append(missed)
                    .append(", wrong ").append(wrong).append('\n');
        }
        double precision = (double) right / found;
        double recall = (double) right / expected;
        report.append(String.format("precision %.4f (%d of %d), recall %.4f (%d of %d)%n", precision, right, found,
                recall, right, expected));
        System.out.print(report);
        assertTrue(precision >= REQUIRED && recall >= REQUIRED, report.toString());
    }

    /** The gazette wraps its lines hard; a number may be broken over two of them. */
    private static List<String> read(String text) {
        return CitationFinder.citations(List.of(new Paragraph(new EId("p_1"), text)), null).stream()
                .map(Citation::number).filter(Objects::nonNull).map(DocumentNumber::toString).toList();
    }

    private static List<String> annotated(String file) throws IOException {
        try (InputStream in = CorpusNumbersTest.class.getResourceAsStream("/numbers/" + file + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }
}
