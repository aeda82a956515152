package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * The sections and citations of 24 official texts of all kinds, against a reading by hand: {@code gold/structure.tsv} and
 * {@code gold/citations.tsv}. The texts are not ours to publish: the test runs where the system property corpus names the
 * directory that has them in gazette/.
 */
class GoldTextTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final int COMPARED = 16;
    /** Phần, Chương, Mục and Tiểu mục, whose Điều do not carry them in their eIds. */
    private static final Pattern DIVISION = Pattern.compile("(?:part|chp|sec|subsec)_.*");

    /** The lines of a file of the reading, in columns, by text. */
    private static Map<String, List<String[]>> gold(String file) throws IOException {
        return Files.readAllLines(GOLD.resolve(file)).stream().skip(1).map(line -> line.split("\t"))
                .collect(Collectors.groupingBy(columns -> columns[0], TreeMap::new, Collectors.toList()));
    }

    private static String print(String name) throws IOException {
        Path file = Path.of(System.getProperty("corpus", "no-corpus"), "gazette", name + ".txt");
        assumeTrue(Files.isReadable(file), "no corpus");
        return Files.readString(file);
    }

    /** The first letters of a section's words; without digits, because the marks of notes stand among them in a print. */
    private static String letters(String words) {
        String letters = VietnameseText.normalise(words).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return letters.substring(0, Math.min(COMPARED, letters.length()));
    }

    private static String eId(EId eId) {
        return eId == null ? null : eId.value();
    }

    private static String letters(Section section) {
        return letters(section.marker() + " " + (section.heading() == null ? "" : section.heading() + " ")
                + section.paragraphs().stream().limit(3).map(paragraph -> paragraph.text()).collect(Collectors.joining(" ")));
    }

    @Test
    void sections_are_those_that_a_reader_sees() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Map.Entry<String, List<String[]>> text : gold("structure.tsv").entrySet()) {
            String print = print(text.getKey());
            Map<String, Section> read = DirectiveText.parse(TextBlocks.read(print)).allSections().stream()
                    .collect(Collectors.toMap(section -> section.eId().value(), Function.identity()));
            String division = null;
            for (String[] line : text.getValue()) {
                all++;
                Section section = read.remove(line[2]);
                if (section != null && section.kind() == SectionKind.ARTICLE && !Objects.equals(division, eId(section.parentEId()))) {
                    wrong.add(text.getKey() + " " + line[2] + " stands in " + section.parentEId());
                }
                division = DIVISION.matcher(line[2]).matches() ? line[2] : division;
                int offset = Integer.parseInt(line[1]);
                String words = letters(print.substring(offset, Math.min(print.length(), offset + 200)));
                if (section == null || !words.startsWith(letters(section))) {
                    wrong.add(text.getKey() + " " + line[2]);
                }
            }
            read.keySet().forEach(more -> wrong.add(text.getKey() + " has no " + more));
        }
        assertTrue(wrong.size() <= all / 100, wrong.toString());
    }

    @Test
    void notes_hang_on_the_words_that_have_their_marks() throws IOException {
        Path folder = Path.of(System.getProperty("corpus", "no-corpus"), "gazette");
        assumeTrue(Files.isDirectory(folder), "no corpus");
        List<String> unmarked = new ArrayList<>();
        int all = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                List<PlacedNote> notes = TextBlocks.read(Files.readString(file)).notes();
                all += notes.size();
                notes.stream().filter(note -> note.paragraph() < 0).forEach(note -> unmarked.add(file.getFileName() + " " + note.number()));
            }
        }
        assertTrue(all > 0);
        assertTrue(unmarked.size() <= all / 500, unmarked.toString());
    }

    @Test
    void citations_are_those_that_a_reader_sees() throws IOException {
        List<String> numbers = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        int all = 0;
        for (Map.Entry<String, List<String[]>> text : gold("citations.tsv").entrySet()) {
            List<Citation> read = citations(print(text.getKey()));
            List<String> seen = text.getValue().stream().map(line -> line[3]).filter(number -> !number.equals("-")).toList();
            all += seen.size();
            difference(seen, read.stream().map(Citation::number).filter(Objects::nonNull).map(Object::toString).toList())
                    .forEach(number -> numbers.add(text.getKey() + " " + number));
            List<String> complete = read.stream().map(GoldTextTest::columns).collect(Collectors.toCollection(ArrayList::new));
            text.getValue().stream().filter(line -> !line[3].equals("-"))
                    .map(line -> String.join("|", line[2], line[3], line[4].toLowerCase(Locale.ROOT), line[5], line[6]))
                    .filter(line -> !complete.remove(line)).forEach(line -> whole.add(text.getKey() + " " + line));
        }
        assertEquals(346, all);
        assertTrue(numbers.size() <= all / 100, numbers.toString());
        assertTrue(whole.size() <= all / 20, whole.toString());
    }

    /** All citations but those in the letterhead and title, which a reader did not count. */
    private static List<Citation> citations(String print) {
        TextBlocks blocks = TextBlocks.read(print);
        DirectiveText text = DirectiveText.parse(blocks);
        Subject subject = Letterhead.find(blocks.paragraphs()).orElse(null);
        List<EId> ofTitle = text.preamble().stream().filter(paragraph -> subject != null && subject.title() != null
                && letters(paragraph.text()).equals(letters(subject.title()))).map(Paragraph::eId).toList();
        return CitationFinder.citations(TextMeasure.citable(text), subject).stream()
                .filter(citation -> !ofTitle.contains(citation.paragraphEId()))
                .filter(citation -> citation.role() != Citation.Role.SUBJECT).toList();
    }

    private static String columns(Citation citation) {
        String parts = citation.pinpoints().stream().map(pinpoint -> pinpoint.eId().value()).collect(Collectors.joining(","));
        return String.join("|", text(citation.type()), text(citation.number()), text(citation.issuer()).toLowerCase(Locale.ROOT),
                text(citation.issuedOn()), parts.isEmpty() ? "-" : parts);
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }

    /** What only one of the two lists has, as often as it has it more. */
    private static List<String> difference(List<String> one, List<String> other) {
        List<String> left = new ArrayList<>(other);
        List<String> difference = new ArrayList<>(one);
        difference.removeIf(left::remove);
        difference.addAll(left);
        return difference;
    }
}
