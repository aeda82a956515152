package vn.loa.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beginnings of words, of which an entry has each once. */
final class Beginnings {

    /** One object for each, until they are forgotten. */
    static final class Beginning {

        /** As the index has it. */
        final String lexeme;
        /** The last stretch of a text that has it. */
        int stretch;

        private Beginning(String lexeme) {
            this.lexeme = lexeme;
        }
    }

    private final Map<String, Beginning> known = new HashMap<>();

    /** Of a folded word, without the word itself. Figures have none: 22 and 221 are different documents. */
    List<Beginning> of(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return List.of();
        }
        int longest = Math.min(word.codePointCount(0, word.length()) - 1, Lexemes.LONGEST_BEGINNING);
        List<Beginning> beginnings = new ArrayList<>(Math.max(longest, 0));
        for (int n = 1; n <= longest; n++) {
            beginnings.add(known.computeIfAbsent(Lexemes.TEXT_BEGINNING + word.substring(0, word.offsetByCodePoints(0, n)),
                    Beginning::new));
        }
        return List.copyOf(beginnings);
    }

    void clear() {
        known.clear();
    }
}
