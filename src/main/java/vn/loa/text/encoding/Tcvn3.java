package vn.loa.text.encoding;

/** The letters of TCVN3 (TCVN 5712:1993, VN3), each with the character of windows-1252 that has its byte. */
final class Tcvn3 {
    /** The letters from 0xA1 on; a space where there is none. */
    private static final String LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ" // A1 to AE
            + "      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"; // AF to FE
    private static final int FIRST = 0xA1;

    private Tcvn3() {}

    static String toUnicode(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char letter = letter(out.charAt(i));
            if (letter != ' ') {
                out.setCharAt(i, letter);
            }
        }
        return out.toString();
    }

    private static char letter(char c) {
        return c < FIRST || c - FIRST >= LETTERS.length() ? ' ' : LETTERS.charAt(c - FIRST);
    }
}
