package vn.loa.effect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.text.effect.Quote;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/**
 * The text of a directive as the public reads it.
 *
 * @param subject the document
 * @param preamble the paragraphs before the first section
 * @param sections with their notes, in document order
 */
record LiveText(UUID article, Subject subject, List<Paragraph> preamble, List<Section> sections) {
    /** One sentence can be as long as a section, and say thousands of events. */
    private static final int LONGEST_QUOTE = 2_000;

    /** Finds the words at places of the text. */
    Words words() {
        return new Words(this);
    }

    static final class Words {
        private final Map<EId, String> texts = new HashMap<>();

        private Words(LiveText text) {
            text.preamble.forEach(this::add);
            text.sections.forEach(section -> section.citable().forEach(this::add));
        }

        private void add(Paragraph paragraph) {
            texts.put(paragraph.eId(), paragraph.text());
        }

        /** The words and their place: all null where nothing is quoted. */
        Quoted at(Quote quote) {
            if (quote == null) {
                return Quoted.NOTHING;
            }
            String text = texts.get(quote.paragraph());
            boolean known = text != null && quote.end() <= text.length();
            int end = Math.min(quote.end(), quote.start() + LONGEST_QUOTE);
            end = known ? whole(text, end) : end;
            return new Quoted(known ? text.substring(quote.start(), end) : null, quote.paragraph().value(), quote.start(), end);
        }

        /** Half a character of two code units cannot be stored. */
        private static int whole(String text, int end) {
            return end > 0 && end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end + 1 : end;
        }
    }

    /** Words of a text, and where they stand. */
    record Quoted(String text, String eId, Integer start, Integer end) {
        private static final Quoted NOTHING = new Quoted(null, null, null, null);
    }
}
