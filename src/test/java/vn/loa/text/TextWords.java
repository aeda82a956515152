package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.TextBlocks;

/** Checks that a parsed text has the same words as the text that was parsed. */
public final class TextWords {
    private TextWords() {}

    /** The words of the tree and of the dropped lines are those of the text, in order. */
    public static void assertKept(String text) {
        TextBlocks blocks = TextBlocks.read(text);
        List<String> lines = new ArrayList<>(Arrays.asList(VietnameseText.normalise(text).split("\n", -1)));
        for (DroppedLine dropped : blocks.dropped()) {
            assertEquals(VietnameseText.oneLine(lines.get(dropped.line() - 1)), dropped.text());
            lines.set(dropped.line() - 1, "");
        }
        String expected = letters(String.join("\n", lines));
        assertEquals(expected, letters(String.join("\n", blocks.paragraphs())));
        assertEquals(expected, letters(words(DirectiveText.parse(blocks.paragraphs()))));
    }

    /** Each section and paragraph has an address of its own, and every parent stands above its children. */
    public static void assertAddressesAreUnique(DirectiveText text) {
        Set<EId> addresses = new HashSet<>();
        for (Section section : text.allSections()) {
            assertTrue(addresses.add(section.eId()), () -> section.eId().value());
            assertTrue(section.parentEId() == null || addresses.contains(section.parentEId()));
        }
        text.allParagraphs().forEach(paragraph -> assertTrue(addresses.add(paragraph.eId()), paragraph.eId().value()));
    }

    private static String words(DirectiveText text) {
        StringBuilder words = new StringBuilder();
        text.preamble().forEach(paragraph -> words.append(paragraph.text()).append('\n'));
        text.sections().forEach(section -> append(section, words));
        text.closing().forEach(paragraph -> words.append(paragraph.text()).append('\n'));
        text.annexes().forEach(section -> append(section, words));
        return words.toString();
    }

    private static void append(Section section, StringBuilder words) {
        words.append(section.marker()).append('\n');
        words.append(section.heading() == null ? "" : section.heading()).append('\n');
        section.paragraphs().forEach(paragraph -> words.append(paragraph.text()).append('\n'));
    }

    /** Without white space: "1.Học" is the marker and the word, and lines may be joined. */
    private static String letters(String text) {
        return VietnameseText.normalise(text).replaceAll("[ \n\t]", "");
    }
}
