package vn.loa.feed;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** JSON that no HTML parser takes for anything else: no text in it can end the {@code script} element around it. */
final class ScriptEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private final int[] ascii = standardAsciiEscapesForJSON();

    ScriptEscapes() {
        for (char c : new char[] {'<', '>', '&'}) {
            ascii[c] = ESCAPE_STANDARD;
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Line ends in JavaScript before ES2019, where JSON has ordinary characters. */
    @Override
    public SerializableString getEscapeSequence(int c) {
        return switch (c) {
            case '\u2028' -> new SerializedString("\\u2028");
            case '\u2029' -> new SerializedString("\\u2029");
            default -> null;
        };
    }
}
