package vn.loa.text.print;

/** Tells whether a line is set in capitals, as titles and the names of offices are in official documents. */
public final class Capitals {
    private Capitals() {}

    /** Whether the line has two capitals or more from this offset on, and no small letter. */
    public static boolean only(String line, int from) {
        int capitals = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        return capitals >= 2;
    }

    /** Whether the line begins with a capital, perhaps behind an opening quotation mark or bracket. */
    public static boolean begins(String line) {
        int i = 0;
        while (i < line.length() && "“\"«(‘".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i < line.length() && Character.isUpperCase(line.charAt(i));
    }
}
