package vn.loa.search.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.search.index.Beginnings.Beginning;
import vn.loa.text.fold.Word;

/** The forms of the words of many texts: a frequent word is folded once. */
final class WordForms {

    /** More are forgotten between two texts. */
    private static final int MOST = 20_000;

    /** A word without accents; one object for each, until too many are kept. */
    static final class Folded {

        final String text;
        final int id;
        final List<Beginning> beginnings;
        /** The last stretch that has it. */
        int stretch;

        private Folded(String text, int id, List<Beginning> beginnings) {
            this.text = text;
            this.id = id;
            this.beginnings = beginnings;
        }
    }

    /** A word as it is spelled; one object for each spelling, until too many are kept. */
    static final class Form {

        final Folded folded;
        /** The lexeme of the spelling. */
        final String spelled;
        /** The last stretch that has it. */
        int stretch;
        /** In the present text. */
        int places;

        private Form(Folded folded, String spelled) {
            this.folded = folded;
            this.spelled = spelled;
        }
    }

    private final Map<String, Form> byWritten = new HashMap<>();
    private final Map<String, Form> bySpelling = new HashMap<>();
    private final Map<String, Folded> folded = new HashMap<>();
    private final Beginnings beginnings = new Beginnings();

    /** @param written the characters of the word in its text */
    Form of(String written, Word word) {
        Form known = byWritten.get(written);
        if (known == null) {
            Folded without = folded(word.folded());
            known = bySpelling.computeIfAbsent(Lexemes.SPELLED + word.spelled(), spelled -> new Form(without, spelled));
            byWritten.put(written, known);
        }
        return known;
    }

    /** To be called between two texts: forms belong to one text as long as it is read. */
    void forgetIfTooMany() {
        if (byWritten.size() > MOST) {
            byWritten.clear();
            bySpelling.clear();
            folded.clear();
            beginnings.clear();
        }
    }

    private Folded folded(String text) {
        Folded known = folded.get(text);
        if (known == null) {
            known = new Folded(text, folded.size(), beginnings.of(text));
            folded.put(text, known);
        }
        return known;
    }
}
