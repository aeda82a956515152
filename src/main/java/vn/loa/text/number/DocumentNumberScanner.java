package vn.loa.text.number;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds document numbers in running text (one normalised line) and tolerates the stray spaces of prints. */
public final class DocumentNumberScanner {
    private static final String NUMBER = "[0-9]{1,5}+(?:\\.[0-9]{1,3}+)?[a-zđ]?";
    private static final String DASH = "[-\u2010\u2011\u2012\u2013\u2014]";
    /**
     * Capitals with at most two small letters in a row, as in TTg, QĐi, QyĐ, SNgV. Ordinary words have more small
     * letters.
     */
    private static final String PART = "\\p{Lu}[\\p{Lu}0-9&]{0,11}+(?:[a-zđ]{1,2}+[\\p{Lu}0-9&]{0,8}+){0,3}+";
    /**
     * Behind a dash with spaces, a part has capitals and digits only: "05/CT - VKSTC", but not "22-CT/TU - TĂNG CƯỜNG".
     */
    private static final String MORE =
            "(?:-" + PART + "| ?" + DASH + " ?[A-ZĐ][A-ZĐ0-9]{1,9}+(?![\\p{L}0-9]| \\p{Lu}{2}))";
    private static final String PARTY = NUMBER + " ?" + DASH + " ?" + PART + " ?/ ?" + PART + "(?:-" + PART + "){0,2}+";
    private static final String STATE = NUMBER + " ?/ ?(?:(?:19|20)[0-9][0-9] ?/ ?)?(?:(?:UBTV)?QH[A-Z]?[0-9]{1,2}+|"
            + PART + " ?/ ?" + PART + "|" + PART + MORE + "{1,9}+)";
    private static final String SPACED = NUMBER + " " + PART + "/" + PART + "(?:-" + PART + "){0,2}+";
    private static final String BARE = NUMBER + " ?(?:" + DASH + "|/) ?(?:(?:19|20)[0-9][0-9] ?/ ?)?" + PART;
    private static final Pattern ANY = Pattern.compile(
            "(?:" + PARTY + "|" + STATE + "|" + SPACED + "|(" + BARE + "))(?![\\p{L}\\p{M}0-9])");

    private static final int LONGEST_FIGURES = 6;

    private DocumentNumberScanner() {}

    /**
     * A number in a text.
     *
     * @param bare whether the number has a form (30-CP, 285/CCTTHC) that counts only behind a type word or "số"
     */
    public record ScannedNumber(int start, int end, DocumentNumber number, boolean bare) {
        /** Whether the number is one of the National Assembly's, without a symbol: 80/2015/QH13, 02/2020/UBTVQH14. */
        public boolean isLaw() {
            return number.symbol().isEmpty() && number.year().isPresent() && number.issuer().contains("QH");
        }

        /**
         * Whether the number counts even without a type word: it has a known symbol and an office, or belongs to a law.
         */
        public boolean isUnmistakable() {
            return !bare && (isLaw() || !number.symbol().isEmpty() && !number.issuer().isEmpty()
                    && DocumentTypes.writtenSymbol(number.symbol()).isPresent());
        }
    }

    /** The number that begins exactly here, unless it is bare. */
    public static Optional<ScannedNumber> at(String text, int from) {
        Matcher matcher = ANY.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return mayBegin(text, from) && matcher.lookingAt() ? found(matcher).filter(found -> !found.bare()) : Optional.empty();
    }

    /**
     * Passes every number on, in order, for as long as the receiver wants more.
     *
     * @param receiver returns false when it wants no more
     */
    public static void scan(String text, Predicate<ScannedNumber> receiver) {
        Matcher matcher = ANY.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length(); i++) {
            if (!mayBegin(text, i) || !matcher.region(i, text.length()).lookingAt()) {
                continue;
            }
            // "số31-QĐ/TW" lacks a space. Behind any other letter the digits belong to a word.
            boolean word = i > 0 && Character.isLetter(text.charAt(i - 1)) && !text.regionMatches(true, i - 2, "số", 0, 2);
            Optional<ScannedNumber> found = word ? Optional.empty() : found(matcher);
            if (found.isPresent() && !receiver.test(found.get())) {
                return;
            }
            i = matcher.end() - 1;
        }
    }

    /**
     * A cheap check before the pattern runs: digits begin here, no digit, slash, point or dash precedes them, and a
     * separator follows.
     */
    private static boolean mayBegin(String text, int at) {
        if (!isFigure(text, at) || at > 0 && (isFigure(text, at - 1) || "/.-–".indexOf(text.charAt(at - 1)) >= 0)) {
            return false;
        }
        int sign = at;
        while (sign - at < LONGEST_FIGURES && isFigure(text, sign)) {
            sign++;
        }
        if (sign < text.length() && text.charAt(sign) == '.') {
            return true;
        }
        sign += sign < text.length() && Character.isLowerCase(text.charAt(sign)) ? 1 : 0;
        sign += sign < text.length() && text.charAt(sign) == ' ' ? 1 : 0;
        return sign < text.length() && ("/-\u2010\u2011\u2012\u2013\u2014".indexOf(text.charAt(sign)) >= 0
                || text.charAt(sign - 1) == ' ' && Character.isUpperCase(text.charAt(sign)));
    }

    private static boolean isFigure(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static Optional<ScannedNumber> found(Matcher matcher) {
        boolean bare = matcher.group(1) != null && !matcher.group().contains("QH");
        return DocumentNumber.parse(matcher.group())
                .map(number -> new ScannedNumber(matcher.start(), matcher.end(), number, bare));
    }
}
