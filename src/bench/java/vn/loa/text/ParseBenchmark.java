package vn.loa.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import vn.loa.support.DecreePrint;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.TextBlocks;

/**
 * How many megabytes of official text are read in a second by one core (one thread, and a collector that has no
 * threads of its own), beside what it takes merely to split the same text into lines and bring it to NFC.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class ParseBenchmark {
    private static final String CORPUS = "corpus";

    /** Megabytes of a decree of our own making, or the texts below the folder that the system property names. */
    @Param({"1", "8"})
    public String megabytes;

    private List<String> texts;

    @Setup
    public void prepare() throws IOException {
        texts = texts(megabytes);
    }

    /** The reference. */
    @Benchmark
    public int splitAndNormalise() {
        return texts.stream().mapToInt(text -> Normalizer.normalize(text, Normalizer.Form.NFC).split("\n").length).sum();
    }

    /** From a print to the tree of sections: furniture left out, lines joined, addresses given. */
    @Benchmark
    public int structure() {
        return texts.stream().mapToInt(text ->
                DirectiveText.parse(TextBlocks.paragraphs(text)).sections().size()).sum();
    }

    /** The same, with all citations and self-references: all that an import reads. */
    @Benchmark
    public int structureAndCitations() {
        int read = 0;
        for (String text : texts) {
            List<String> paragraphs = TextBlocks.paragraphs(text);
            List<Paragraph> parsed = DirectiveText.parse(paragraphs).allParagraphs();
            read += CitationFinder.citations(parsed, Letterhead.find(paragraphs).orElse(null)).size();
            read += CitationFinder.selfReferences(parsed, "Nghị định").size();
        }
        return read;
    }

    /** Runs everything and prints a table in megabytes (10^6 bytes of UTF-8) per second. */
    public static void main(String[] args) throws RunnerException, IOException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(ParseBenchmark.class.getSimpleName());
        String corpus = System.getProperty(CORPUS);
        if (corpus != null && Files.isDirectory(Path.of(corpus))) {
            options.param("megabytes", "1", "8", CORPUS).jvmArgsAppend("-D" + CORPUS + "=" + corpus);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.printf("%n%-24s %-12s %12s%n", "", "text", "MB/s");
        for (RunResult result : results) {
            String text = result.getParams().getParam("megabytes");
            double bytes = texts(text).stream().mapToLong(ParseBenchmark::bytes).sum();
            double score = result.getPrimaryResult().getScore();
            double error = result.getPrimaryResult().getScoreError();
            System.out.printf("%-24s %-12s %7.1f ± %.1f%n", result.getPrimaryResult().getLabel(),
                    text.equals(CORPUS) ? text : text + " MB", score * bytes / 1e6, error * bytes / 1e6);
        }
    }

    private static List<String> texts(String megabytes) throws IOException {
        if (!megabytes.equals(CORPUS)) {
            return List.of(DecreePrint.of(1, Integer.parseInt(megabytes) * 1_000_000).text());
        }
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty(CORPUS)))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().map(ParseBenchmark::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
