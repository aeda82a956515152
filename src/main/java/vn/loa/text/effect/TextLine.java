package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.QuotedParagraphs;
import vn.loa.text.structure.Section;

/**
 * A heading or paragraph of a section.
 *
 * @param at the eId of the paragraph, or of the section for its heading
 * @param opens whether it is the section's first line
 * @param heading whether it is the section's heading
 * @param quoted whether it stands in a quotation that began above it
 */
record TextLine(Section section, EId at, String text, boolean opens, boolean heading, boolean quoted) {

    /** The lines of sections, in order, without notes. */
    static List<TextLine> of(List<Section> sections) {
        List<TextLine> lines = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (Section section : sections) {
            boolean opens = true;
            if (section.heading() != null) {
                printed.add(section.marker() + " " + section.heading());
                lines.add(new TextLine(section, section.eId(), section.heading(), true, true, false));
                opens = false;
            }
            for (Paragraph paragraph : section.paragraphs()) {
                printed.add(opens ? section.marker() + " " + paragraph.text() : paragraph.text());
                lines.add(new TextLine(section, paragraph.eId(), paragraph.text(), opens, false, false));
                opens = false;
            }
        }
        BitSet quoted = QuotedParagraphs.in(printed);
        for (int i = quoted.nextSetBit(0); i >= 0; i = quoted.nextSetBit(i + 1)) {
            TextLine line = lines.get(i);
            lines.set(i, new TextLine(line.section, line.at, line.text, line.opens, line.heading, true));
        }
        return lines;
    }

    Quote quote(int start, int end) {
        return new Quote(at, start, end);
    }
}
