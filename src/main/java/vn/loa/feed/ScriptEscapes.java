package vn.loa.feed;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** Escapes JSON for an HTML {@code script} element, so that no text in it can end the element. */
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

    /** Before ES2019 JavaScript takes U+2028 and U+2029 for line ends, but JSON does not. */
    @Override
    public SerializableString getEscapeSequence(int c) {
        return switch (c) {
            case '\u2028' -> new SerializedString("\\u2028");
            case '\u2029' -> new SerializedString("\\u2029");
            default -> null;
        };
    }
}
