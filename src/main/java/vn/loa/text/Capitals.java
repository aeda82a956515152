package vn.loa.text;

/** Whether lines are printed in capitals, as titles and the names of offices are. */
final class Capitals {
    private Capitals() {}

    /** Whether there are two capitals or more from this offset on, and no small letter. */
    static boolean only(String line, int from) {
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

    /** Whether the line begins as a sentence does: with a capital, perhaps behind an opening quote or bracket. */
    static boolean begins(String line) {
        int i = 0;
        while (i < line.length() && "“\"«(‘".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i < line.length() && Character.isUpperCase(line.charAt(i));
    }
}
