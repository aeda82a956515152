package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.List;
import vn.loa.text.fold.VietnameseText;

/** Collects the warnings of a parse, up to a limit. */
final class ParseWarnings {
    static final String OUT_OF_SEQUENCE = "section-number-out-of-sequence";
    static final String INNER_NUMBERING = "inner-numbering-kept-as-text";
    static final String NOTE_WITHOUT_MARK = "note-without-mark";
    static final String MORE_WARNINGS = "more-warnings";
    private static final int MAX_WARNINGS = 100;
    private static final int EXCERPT = 60;

    private final List<Warning> warnings = new ArrayList<>();
    private boolean inner;

    /** Adds a warning for a marker that opened no section, or that opened one although its number did not fit. */
    void add(SectionRun.Verdict verdict, String marker, String paragraph, EId at) {
        switch (verdict) {
            case OPENS -> { }
            case OPENS_AFTER_GAP -> add(OUT_OF_SEQUENCE,
                    "the number before \"" + marker + "\" is missing; a section was opened", paragraph, at);
            case OPENS_AGAIN -> add(OUT_OF_SEQUENCE,
                    "\"" + marker + "\" is given twice; a section was opened again", paragraph, at);
            case TEXT -> add(OUT_OF_SEQUENCE,
                    "\"" + marker + "\" does not continue the numbering and was kept as text", paragraph, at);
            case OTHER_STYLE -> {
                if (!inner) {
                    inner = true;
                    add(INNER_NUMBERING, "\"" + marker
                            + "\" is numbered in another style than what is around it and was kept as text",
                            paragraph, at);
                }
            }
        }
    }

    /** Adds a warning for a note whose mark was not found, so that nobody knows which provision it speaks of. */
    void addUnmarked(PlacedNote note) {
        add(NOTE_WITHOUT_MARK, "the mark of note " + note.number() + " was not found in the text",
                note.paragraphs().isEmpty() ? "" : note.paragraphs().get(0), null);
    }

    private void add(String code, String message, String paragraph, EId at) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new Warning(code, message, VietnameseText.excerpt(paragraph, EXCERPT), at));
        } else if (warnings.size() == MAX_WARNINGS) {
            warnings.add(new Warning(MORE_WARNINGS, "there are more than " + MAX_WARNINGS + " warnings", null));
        }
    }

    List<Warning> list() {
        return warnings;
    }
}
