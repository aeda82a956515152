package vn.loa.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * Not a test: prints what is read from every text (*.txt) below the directory that the system property corpus names,
 * what is wrong with it as far as that can be seen ({@link TextMeasure}), and how fast. Its name keeps it out of a build;
 * {@code mvn test -Dtest=CorpusReport -Dcorpus=FOLDER} runs it.
 */
class CorpusReport {
    private static final long NANOS_MEASURED = 4_000_000_000L;

    @Test
    void report() throws IOException {
        List<String> texts = new ArrayList<>();
        List<TextMeasure> measures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("corpus")))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                String text = Files.readString(file);
                texts.add(text);
                System.out.println(file.getFileName());
                System.out.print(report(text));
                TextMeasure measure = TextMeasure.of(text);
                measure.findings().forEach(finding -> System.out.println("  ! " + finding));
                measures.add(measure);
            }
        }
        System.out.println(TextMeasure.summary(measures));
        System.out.println(speed(texts));
    }

    private static String report(String text) {
        TextBlocks blocks = TextBlocks.read(text);
        DirectiveText read = DirectiveText.parse(blocks);
        Subject subject = Letterhead.find(blocks.paragraphs())
                .or(() -> SubjectFinder.find(read.preamble().stream().map(Paragraph::text).toList())).orElse(null);
        List<String> lines = new ArrayList<>();
        lines.add("document: " + (subject == null ? "-" : subject.type() + " " + subject.number()));
        lines.add("sections: " + count(read.sections(), section -> section.kind().wireName())
                + ", annexes: " + read.annexes().stream().filter(section -> section.level() == 1).count()
                + " with " + count(read.annexes().stream().filter(section -> section.level() > 1).toList(),
                        section -> section.kind().wireName()));
        lines.add("paragraphs: preamble " + read.preamble().size() + ", closing " + read.closing().size() + ", all "
                + read.allParagraphs().size());
        lines.add("citations: " + count(CitationFinder.citations(TextMeasure.citable(read), subject),
                citation -> citation.role().name().toLowerCase(Locale.ROOT) + " " + citation.type()));
        lines.add("dropped: " + count(blocks.dropped(), dropped -> dropped.kind().name().toLowerCase(Locale.ROOT)));
        lines.add("warnings: " + read.warnings().size());
        read.warnings().forEach(warning ->
                lines.add("  " + warning.at() + ": " + warning.message() + " (" + warning.near() + ")"));
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static <T> Map<String, Long> count(List<T> all, Function<T, String> kind) {
        return all.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }

    /** From plain text to the tree, in megabytes of UTF-8 per second of one processor; the second half is measured. */
    private static String speed(List<String> texts) {
        long bytes = texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
        double perSecond = 0;
        for (int half = 0; half < 2 && bytes > 0; half++) {
            long start = cpu();
            long read = 0;
            while (cpu() - start < NANOS_MEASURED) {
                texts.forEach(text -> DirectiveText.parse(TextBlocks.paragraphs(text)));
                read += bytes;
            }
            perSecond = read * 1e3 / (cpu() - start);
        }
        return String.format("%d texts, %.1f MB per second", texts.size(), perSecond);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
