package vn.loa.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the sections of a plain directive: numbers at the top, loose paragraphs below. */
final class DirectiveParser {
    static final String OUT_OF_SEQUENCE = "section-number-out-of-sequence";
    static final String INNER_NUMBERING = "inner-numbering-kept-as-text";
    static final String MORE_WARNINGS = "more-warnings";
    private static final int MAX_WARNINGS = 100;
    private static final int MAX_HEADING = 120;
    private static final int EXCERPT = 60;
    private static final EId PREAMBLE = new EId("preamble");

    private final List<String> lines;
    private final BitSet quoted;
    private final SectionMarker[] markers;
    private final SectionRun.Verdict[] verdicts;
    private final List<Paragraph> preamble = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<EId> used = new HashSet<>();

    DirectiveParser(List<String> paragraphs) {
        lines = paragraphs.stream().map(VietnameseText::oneLine).filter(line -> !line.isEmpty()).toList();
        markers = new SectionMarker[lines.size()];
        verdicts = new SectionRun.Verdict[lines.size()];
        quoted = QuotedParagraphs.in(lines);
    }

    DirectiveText parse() {
        judge();
        int i = 0;
        while (i < lines.size() && !opens(i)) {
            preamble.add(new Paragraph(PREAMBLE.paragraph(i + 1), lines.get(i)));
            i++;
        }
        while (i < lines.size()) {
            int end = i + 1;
            while (end < lines.size() && !opens(end)) {
                end++;
            }
            sections.add(section(i, end));
            i = end;
        }
        warn();
        return new DirectiveText(preamble, sections, warnings);
    }

    private void judge() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            markers[i] = quoted.get(i) ? null : SectionMarker.at(lines.get(i)).orElse(null);
            if (markers[i] != null) {
                places.add(i);
            }
        }
        List<SectionRun.Verdict> judged = SectionRun.verdicts(places.stream().map(i -> markers[i]).toList());
        for (int i = 0; i < judged.size(); i++) {
            verdicts[places.get(i)] = judged.get(i);
        }
    }

    private boolean opens(int i) {
        return SectionRun.opens(verdicts[i]);
    }

    private Section section(int from, int to) {
        SectionMarker marker = markers[from];
        EId eId = eId(marker.number());
        String text = lines.get(from).substring(marker.textStart());
        String heading = isHeading(text) && from + 1 < to && !quoted.get(from + 1) ? text : null;
        List<Paragraph> paragraphs = new ArrayList<>();
        if (heading == null && !text.isEmpty()) {
            paragraphs.add(new Paragraph(eId.paragraph(1), text));
        }
        for (int i = from + 1; i < to; i++) {
            paragraphs.add(new Paragraph(eId.paragraph(paragraphs.size() + 1), lines.get(i)));
        }
        return new Section(eId, null, 1, SectionKind.SECTION, marker.number(), marker.raw(), heading, paragraphs);
    }

    /** The second section of one number gets the suffix _2. */
    private EId eId(String number) {
        EId plain = EId.of(SectionKind.SECTION.prefix(), number);
        EId eId = plain;
        for (int n = 2; !used.add(eId); n++) {
            eId = new EId(plain + "_" + n);
        }
        return eId;
    }

    /** A short first line that is no sentence; a heading if loose paragraphs follow, and not its own quotation. */
    private static boolean isHeading(String text) {
        return !text.isEmpty() && text.length() <= MAX_HEADING && ".;:,?!…".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private void warn() {
        boolean inner = false;
        for (int i = 0; i < lines.size() && warnings.size() <= MAX_WARNINGS; i++) {
            if (verdicts[i] == null || verdicts[i] == SectionRun.Verdict.OPENS) {
                continue;
            }
            if (verdicts[i] != SectionRun.Verdict.OTHER_STYLE) {
                add(OUT_OF_SEQUENCE, message(verdicts[i], markers[i].raw()), i);
            } else if (!inner && !sections.isEmpty()) {
                inner = true;
                add(INNER_NUMBERING, "\"" + markers[i].raw() + "\" is numbered in another style than the sections "
                        + "and was kept as text", i);
            }
        }
    }

    private void add(String code, String message, int line) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new Warning(code, message, VietnameseText.excerpt(lines.get(line), EXCERPT)));
        } else {
            warnings.add(new Warning(MORE_WARNINGS, "there are more than " + MAX_WARNINGS + " warnings", null));
        }
    }

    private static String message(SectionRun.Verdict verdict, String marker) {
        return switch (verdict) {
            case OPENS_AFTER_GAP -> "the number before \"" + marker + "\" is missing; a section was opened";
            case OPENS_AGAIN -> "\"" + marker + "\" is given twice; a section was opened again";
            default -> "\"" + marker + "\" does not continue the numbering and was kept as text";
        };
    }
}
