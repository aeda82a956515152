package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * The events that the notes of consolidated texts state, against a reading by hand: {@code gold/effects.tsv}. A quotation
 * is given by its place in the file. The texts are not ours to publish: the test runs where the system property corpus
 * names the directory that has them in gazette/.
 */
class GoldEffectsTest {

    @Test
    void notes_of_consolidated_texts_are_read_as_the_events_that_a_reader_sees() throws IOException {
        int right = 0;
        int dates = 0;
        List<String> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String[]>> text : gold().entrySet()) {
            Path file = Path.of(System.getProperty("corpus", "no-corpus"), "gazette", text.getKey() + ".txt");
            assumeTrue(Files.isReadable(file), "no corpus");
            String print = Files.readString(file);
            List<String> read = read(print);
            for (String[] row : text.getValue()) {
                String expected = event(row[2], row[3], row[4], row[5], row[6], row[7],
                        print.substring(Integer.parseInt(row[10]), Integer.parseInt(row[11])));
                String found = read.stream().filter(each -> each.startsWith(expected + "|")).findFirst().orElse(null);
                if (found == null) {
                    missing.add(text.getKey() + " " + row[1] + " " + expected);
                } else {
                    read.remove(found);
                    right++;
                    dates += found.equals(expected + "|" + row[8] + "|" + row[9]) ? 1 : 0;
                }
            }
            read.forEach(each -> wrong.add(text.getKey() + " " + each));
        }
        String faults = "missing: " + String.join("\n", missing) + "\nwrong: " + String.join("\n", wrong);
        assertTrue(right >= 0.95 * (right + missing.size()), faults);
        assertTrue(right >= 0.99 * (right + wrong.size()), faults);
        assertTrue(dates >= 0.99 * right, dates + " of " + right);
    }

    @Test
    void every_event_stands_where_its_quotation_says() throws IOException {
        Path directory = Path.of(System.getProperty("corpus", "no-corpus"), "gazette");
        assumeTrue(Files.isDirectory(directory), "no corpus");
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".txt")).toList()) {
                DirectiveText text = DirectiveText.parse(TextBlocks.read(Files.readString(file)));
                Map<EId, String> words = words(text);
                EffectReader.read(text, null).events().forEach(event -> assertTrue(
                        event.quote().end() <= words.get(event.quote().paragraph()).length(), file + " " + event));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"van-ban-hop-nhat-so-469-vbhn-bldtbxh-44205, thong-tu-so-12-2024-tt-bldtbxh-43233",
            "van-ban-hop-nhat-so-470-vbhn-bldtbxh-44206, thong-tu-so-12-2024-tt-bldtbxh-43233",
            "van-ban-hop-nhat-so-463-vbhn-bldtbxh-44173, thong-tu-so-12-2024-tt-bldtbxh-43233",
            "van-ban-hop-nhat-so-1676-vbhn-bldtbxh-39315, thong-tu-so-02-2023-tt-bldtbxh-39230"})
    void instructions_say_what_the_notes_of_the_consolidated_text_say(String consolidated, String amending) throws IOException {
        Path directory = Path.of(System.getProperty("corpus", "no-corpus"), "gazette");
        assumeTrue(Files.isDirectory(directory), "no corpus");
        EffectsRead notes = EffectReader.read(DirectiveText.parse(TextBlocks.read(Files.readString(directory.resolve(consolidated + ".txt")))), null);
        TextBlocks blocks = TextBlocks.read(Files.readString(directory.resolve(amending + ".txt")));
        EffectsRead instructions = EffectReader.read(DirectiveText.parse(blocks), Letterhead.find(blocks.paragraphs()).orElseThrow());
        assertEquals(changes(notes.events(), EffectSource.NOTE, notes.consolidates()),
                changes(instructions.events(), EffectSource.INSTRUCTION, notes.consolidates()));
    }

    private static Set<String> changes(List<EffectEvent> events, EffectSource source, Subject document) {
        return events.stream().filter(event -> event.source() == source && event.target().eId() != null
                && event.target().document().number().equals(document.number()))
                .map(event -> event.kind() + " " + event.target().eId() + " by " + event.by().number() + " " + event.provisions() + " " + event.from())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String[]>> gold() throws IOException {
        try (InputStream rows = GoldEffectsTest.class.getResourceAsStream("/gold/effects.tsv")) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(row -> row.split("\t", -1))
                    .collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        }
    }

    private static List<String> read(String print) {
        DirectiveText text = DirectiveText.parse(TextBlocks.read(print));
        Map<EId, String> words = words(text);
        List<String> all = new ArrayList<>();
        for (EffectEvent event : EffectReader.read(text, null).events()) {
            if (event.source() == EffectSource.NOTE) {
                assertTrue(event.provisions().size() <= 1, event::toString);
                all.add(event(event.kind().wireName(), event.target().part().name().equals("WHOLE") ? "" : event.target().part().wireName(),
                        number(event.target().document()), string(event.target().eId()), number(event.by()),
                        event.provisions().isEmpty() ? "" : event.provisions().get(0).value(),
                        words.get(event.quote().paragraph()).substring(event.quote().start(), event.quote().end()))
                        + "|" + string(event.from()) + "|" + string(event.until()));
            }
        }
        return all;
    }

    private static Map<EId, String> words(DirectiveText text) {
        Map<EId, String> words = new LinkedHashMap<>();
        text.preamble().forEach(paragraph -> words.put(paragraph.eId(), paragraph.text()));
        text.notes().forEach(paragraph -> words.put(paragraph.eId(), paragraph.text()));
        for (Section section : text.allSections()) {
            for (Paragraph paragraph : section.citable()) {
                words.put(paragraph.eId(), paragraph.text());
            }
        }
        return words;
    }

    /** Line breaks of the print, also inside a number, make no difference. */
    private static String event(String kind, String part, String document, String eId, String by, String provision, String quote) {
        return String.join("|", kind, part, document, eId, by, provision, VietnameseText.oneLine(quote).replace(" ", ""));
    }

    private static String number(Subject document) {
        return document == null || document.number() == null ? "" : document.number().toString();
    }

    private static String string(Object value) {
        return value == null ? "" : value.toString();
    }
}
