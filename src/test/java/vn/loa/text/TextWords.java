package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.TextBlocks;

/** Checks that a parsed text has the same words as the text that was parsed. */
public final class TextWords {
    private TextWords() {}

    /**
     * The words of the tree and of the dropped lines are those of the text, in order. Notes stand apart, and the text
     * without them has figures only where marks stood.
     */
    public static void assertKept(String text) {
        TextBlocks blocks = TextBlocks.read(text);
        List<String> lines = new ArrayList<>(Arrays.asList(VietnameseText.normalise(text).split("\n", -1)));
        for (DroppedLine dropped : blocks.dropped()) {
            String line = VietnameseText.oneLine(lines.get(dropped.line() - 1));
            assertTrue(line.startsWith(dropped.text()), line);
            // Of "-------Hà Nội, ngày …" only the rule is dropped.
            lines.set(dropped.line() - 1, dropped.kind() == DroppedLine.LineKind.RULE ? line.substring(dropped.text().length()) : "");
        }
        String source = letters(String.join("\n", lines));
        String marked = letters(String.join("\n", withMarks(blocks)));
        String notes = letters(blocks.notes().stream().map(note -> note.number() + String.join("", note.paragraphs()))
                .collect(Collectors.joining("\n")));
        if (notes.isEmpty()) {
            assertEquals(source, marked);
        } else {
            // The number of a note may have brackets, which are no part of it.
            String words = withoutBrackets(source);
            assertEquals(words.length(), withoutBrackets(marked).length() + withoutBrackets(notes).length());
            assertTrue(isSubsequence(marked, source), "the text without its notes");
            assertTrue(isSubsequence(withoutBrackets(notes), words), "the notes");
        }
        assertEquals(letters(String.join("\n", blocks.paragraphs())), letters(words(DirectiveText.parse(blocks))));
    }

    private static List<String> withMarks(TextBlocks blocks) {
        List<String> paragraphs = new ArrayList<>(blocks.paragraphs());
        for (int i = blocks.marks().size() - 1; i >= 0; i--) {
            TextBlocks.Mark mark = blocks.marks().get(i);
            String text = paragraphs.get(mark.paragraph());
            paragraphs.set(mark.paragraph(), text.substring(0, mark.offset()) + mark.figures() + text.substring(mark.offset()));
        }
        return paragraphs;
    }

    private static String withoutBrackets(String text) {
        return text.replaceAll("[()\\[\\]]", "");
    }

    private static boolean isSubsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            at += whole.charAt(i) == part.charAt(at) ? 1 : 0;
        }
        return at == part.length();
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
