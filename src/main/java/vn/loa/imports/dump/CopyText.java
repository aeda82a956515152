package vn.loa.imports.dump;

/** The text format of {@code COPY}: a row is a line, whose values are divided by tabs. */
final class CopyText {

    static final String NULL = "\\N";

    private CopyText() {
    }

    /**
     * Makes the one value of a row what it was, in its place.
     *
     * @return its length, without the line's end
     */
    static int unescape(byte[] row) {
        int to = 0;
        for (int from = 0; from < row.length && row[from] != '\n'; from++) {
            byte next = row[from];
            if (next == '\\') {
                from++;
                next = control(row[from]);
            }
            row[to++] = next;
        }
        return to;
    }

    private static byte control(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> letter;
        };
    }

    /** Adds a value to a row. */
    static void escape(CharSequence value, StringBuilder row) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\t' -> row.append("\\t");
                default -> row.append(c);
            }
        }
    }
}
