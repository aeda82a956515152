package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.effect.Quote;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.QuotedParagraphs;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Table;

/** The headings and paragraphs of an amending text, in order, and which of them stand in quotation marks. */
final class TextLines {
    private final Map<EId, Section> sections = new HashMap<>();
    private final Map<EId, List<Section>> below = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<EId, Integer> places = new HashMap<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final BitSet quoted;

    TextLines(List<Section> all) {
        List<String> printed = new ArrayList<>();
        for (Section section : all) {
            sections.put(section.eId(), section);
            below.computeIfAbsent(section.parentEId(), parent -> new ArrayList<>()).add(section);
            boolean opens = true;
            if (section.heading() != null) {
                add(section.eId(), section.heading(), printed, section.marker() + " ");
                opens = false;
            }
            for (Paragraph paragraph : section.paragraphs()) {
                add(paragraph.eId(), paragraph.text(), printed, opens ? section.marker() + " " : "");
                opens = false;
                if (paragraph.table() != null) {
                    tables.put(paragraph.text(), paragraph.table());
                }
            }
        }
        quoted = QuotedParagraphs.in(printed);
    }

    private void add(EId eId, String text, List<String> printed, String marker) {
        places.put(eId, lines.size());
        lines.add(text);
        printed.add(marker + text);
    }

    /** Null when the text has no such section. */
    Section section(EId eId) {
        return sections.get(eId);
    }

    /** A section with everything below it, parents before their children; empty when the text has no such section. */
    List<Section> tree(EId eId) {
        List<Section> tree = new ArrayList<>();
        if (sections.containsKey(eId)) {
            collect(sections.get(eId), tree);
        }
        return tree;
    }

    private void collect(Section section, List<Section> tree) {
        tree.add(section);
        below.getOrDefault(section.eId(), List.of()).forEach(child -> collect(child, tree));
    }

    Map<String, Table> tables() {
        return tables;
    }

    int size() {
        return lines.size();
    }

    String line(int index) {
        return lines.get(index);
    }

    /** Whether a line begins inside a quotation that was opened above it. */
    boolean isQuoted(int index) {
        return quoted.get(index);
    }

    /** The section in which a quotation stands; null when the text has no such place. */
    EId sectionOf(Quote quote) {
        EId at = quote.paragraph();
        while (at != null && !sections.containsKey(at)) {
            at = at.parent().orElse(null);
        }
        return at;
    }

    /** The line of a quotation; -1 when the text has no such line, or it is shorter than the quotation. */
    int line(Quote quote) {
        int line = quote == null ? -1 : places.getOrDefault(quote.paragraph(), -1);
        return line >= 0 && quote.end() <= lines.get(line).length() ? line : -1;
    }

    String words(Quote quote) {
        int line = line(quote);
        return line < 0 ? "" : lines.get(line).substring(quote.start(), quote.end());
    }

    /** A quotation and what stands behind it in its line. */
    String line(int line, Quote quote) {
        return lines.get(line).substring(quote.start());
    }

    /** What stands behind a quotation in its line. */
    String behind(Quote quote) {
        int line = line(quote);
        return line < 0 ? "" : lines.get(line).substring(quote.end());
    }
}
