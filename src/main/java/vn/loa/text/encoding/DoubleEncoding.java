package vn.loa.text.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes what a program did that read UTF-8 as windows-1252 or Latin-1 and saved the result as UTF-8 ("TuyÃªn" for
 * "Tuyên").
 */
final class DoubleEncoding {
    /** The characters of windows-1252 at 0x80 to 0x9F; where it has none, the control character of Latin-1. */
    private static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    private static final int FEWEST_RUNS = 3;
    private static final double NEARLY_ALL = 0.9;

    private final String text;
    private final StringBuilder out;
    private int decoded;
    private int others;

    private DoubleEncoding(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /**
     * The text as it was.
     *
     * @param text is returned when it was not encoded twice
     * @param parts the runs of characters that read as UTF-8
     */
    record Undone(String text, int parts, boolean mixed) {}

    static Undone undo(String text) {
        DoubleEncoding reader = new DoubleEncoding(text);
        reader.read();
        boolean sure = reader.decoded >= FEWEST_RUNS && reader.decoded >= NEARLY_ALL * (reader.decoded + reader.others);
        return sure ? new Undone(reader.out.toString(), reader.decoded, false)
                : new Undone(text, reader.decoded, reader.decoded >= FEWEST_RUNS);
    }

    /** Decodes each run of characters beyond ASCII by itself: in UTF-8 no letter has both kinds of bytes. */
    private void read() {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) > 0x7F) {
                end++;
            }
            if (end > i) {
                run(text.substring(i, end));
            } else {
                out.append(text.charAt(end++));
            }
            i = end;
        }
    }

    private void run(String run) {
        String once = decode(run);
        if (once == null) {
            // A no-break space is no sign of anything.
            others += run.chars().allMatch(c -> c == 0xA0) ? 0 : 1;
            out.append(run);
        } else {
            decoded++;
            out.append(once);
        }
    }

    /** Null when the characters are not the bytes of UTF-8. */
    private static String decode(String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = run.charAt(i);
            int at = c < 0x100 ? -1 : WINDOWS_1252.indexOf(c);
            if (c >= 0x100 && at < 0) {
                return null;
            }
            bytes[i] = (byte) (at < 0 ? c : 0x80 + at);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
