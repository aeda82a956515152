package vn.loa.text.number;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;

/**
 * The number of an official document. Party bodies write {@code 22-CT/TU} (Hướng dẫn 36-HD/VPTW). The State writes
 * {@code 30/2020/NĐ-CP}, {@code 12/CT-TTg}, {@code 80/2015/QH13} (Nghị định 30/2020/NĐ-CP; Nghị định 34/2016/NĐ-CP,
 * Điều 62; Nghị quyết 351/2017/UBTVQH14, Điều 10). {@code 646/QĐ/QUTW}, {@code 05/CT-VKSTC-TCKS}, {@code 706/UBND-VP7},
 * {@code 87-CT} and {@code 285/CCTTHC} occur as well. Two numbers are equal when their {@link #key} is equal: case,
 * stray spaces, leading zeros and a slash for a hyphen do not matter.
 *
 * <p>A number alone does not identify a document: Party numbers restart each term, administrative numbers each year.
 */
public final class DocumentNumber implements Comparable<DocumentNumber> {
    private static final Pattern LETTER = Pattern.compile("[^0-9.]$");
    private static final Pattern DASH = Pattern.compile(" ?+[-\u2010\u2011\u2012\u2013\u2014\u2212] ?+");
    private static final Pattern SLASH = Pattern.compile(" ?/ ?");
    private static final int MAX_LENGTH = 100;
    private static final Comparator<DocumentNumber> ORDER =
            Comparator.comparing((DocumentNumber number) -> number.year == null ? 0 : number.year)
                    .thenComparingInt(number -> figures(number.number, 0))
                    .thenComparingInt(number -> figures(number.number, 1))
                    .thenComparing(DocumentNumber::key);
    private static final String PART = "\\p{L}[\\p{L}0-9&]{0,19}+";
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,5}+(?:\\.[0-9]{1,3}+)?[a-zđA-ZĐ]?)"
            + "([-/ ])(?:((?:19|20)[0-9][0-9])/)?(" + PART + ")(?:([-/])(" + PART + "(?:-" + PART + "){0,9}+))?");
    private static final Pattern ASSEMBLY = Pattern.compile("(?:UBTV)?QH[A-Z]?[0-9]{1,2}", Pattern.CASE_INSENSITIVE);

    /**
     * Abbreviations of offices that have a spelling of their own, or that stand where a symbol would, by upper case.
     */
    private static final Map<String, String> OFFICES = Map.ofEntries(Map.entry("TTG", "TTg"), Map.entry("CP", "CP"),
            Map.entry("TU", "TU"), Map.entry("TW", "TW"), Map.entry("HU", "HU"), Map.entry("ĐU", "ĐU"),
            Map.entry("UBND", "UBND"), Map.entry("HĐND", "HĐND"), Map.entry("HĐBT", "HĐBT"),
            Map.entry("CTN", "CTN"), Map.entry("CHXHCNVN", "CHXHCNVN"));

    private final String number;
    private final Integer year;
    private final String symbol;
    private final String issuer;
    private final String printed;
    private final String key;

    private DocumentNumber(String number, Integer year, String symbol, String issuer, String printed, String key) {
        this.number = number;
        this.year = year;
        this.symbol = symbol;
        this.issuer = issuer;
        this.printed = printed;
        this.key = key;
    }

    /** Cyrillic capitals that look like Latin ones, as some prints have them in TT-BTC, and the Latin ones. */
    private static final String CYRILLIC = "АВЕКМНОРСТУХ";
    private static final String LATIN = "ABEKMHOPCTYX";

    private static String latin(String line) {
        return line.chars().noneMatch(c -> CYRILLIC.indexOf(c) >= 0) ? line
                : line.chars().map(c -> CYRILLIC.indexOf(c) >= 0 ? LATIN.charAt(CYRILLIC.indexOf(c)) : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /**
     * The number that the whole string is. Tolerates stray spaces, other dashes, decomposed letters and Ð for Đ, and
     * lower case where the symbol or office is a known one. Empty for anything else: dates, ranges of years, blank
     * forms ("…/QĐ-UBND"), numbers of zero.
     */
    public static Optional<DocumentNumber> parse(String s) {
        // Four times the limit, because decomposed letters and stray spaces lengthen the input, but not the number.
        if (s == null || s.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        String line = SLASH.matcher(DASH.matcher(latin(VietnameseText.oneLine(s))).replaceAll("-")).replaceAll("/");
        Matcher shape = SHAPE.matcher(line);
        if (line.length() > MAX_LENGTH || !shape.matches() || withoutZeros(shape.group(1)).startsWith("0")) {
            return Optional.empty();
        }
        return Optional.ofNullable(read(shape));
    }

    private static DocumentNumber read(Matcher shape) {
        String separator = shape.group(2);
        String joint = shape.group(5);
        boolean state = separator.equals("/");
        if (shape.group(3) != null && !state) {
            return null;
        }
        if (joint == null) {
            return single(shape, state);
        }
        if (!state && !joint.equals("/")) {
            return null;
        }
        Optional<String> known = DocumentTypes.writtenSymbol(shape.group(4));
        boolean properly = isProper(shape.group(4)) && isProper(shape.group(6));
        boolean office = OFFICES.containsKey(upper(shape.group(4)));
        if (known.isEmpty() && (!properly && !office || separator.equals(" "))) {
            return null;
        }
        String first = known.orElseGet(() -> written(shape.group(4)));
        String last = written(shape.group(6));
        // A công văn has no symbol: the two parts are the office and the unit that drafted the letter.
        boolean letter = known.isEmpty() && state && joint.equals("-");
        boolean party = separator.equals("-") || separator.equals(" ") || shape.group(3) == null && joint.equals("/");
        String symbol = letter ? "" : first;
        String issuer = letter ? first + "-" + last : last;
        String keyed = (party ? "-" + first + "/" : prefix(shape, "/") + first + "-") + last;
        return of(shape, symbol, issuer, prefix(shape, state ? "/" : "-") + first + joint + last, keyed);
    }

    /** The forms with one part behind the number: 80/2015/QH13, 87-CT, 30-CP, 285/CCTTHC. */
    private static DocumentNumber single(Matcher shape, boolean state) {
        String part = shape.group(4);
        Optional<String> known = DocumentTypes.writtenSymbol(part);
        boolean office = OFFICES.containsKey(upper(part));
        boolean assembly = ASSEMBLY.matcher(part).matches();
        boolean plausible = assembly ? state
                : part.length() >= 2 && (known.isPresent() || office || state && part.equals(upper(part)));
        if (!plausible || shape.group(2).equals(" ")) {
            return null;
        }
        String issuer = assembly ? upper(part) : known.isPresent() ? "" : written(part);
        String printed = prefix(shape, state ? "/" : "-") + known.orElse(issuer);
        return of(shape, known.orElse(""), issuer, printed, prefix(shape, state ? "/" : "-") + known.orElse(issuer));
    }

    private static DocumentNumber of(Matcher shape, String symbol, String issuer, String behind, String keyed) {
        Integer year = shape.group(3) == null ? null : Integer.valueOf(shape.group(3));
        String number = shape.group(1).toLowerCase(Locale.ROOT);
        // Some letters become two in upper case. The printed form must still parse as a number.
        if (!SHAPE.matcher(number + behind).matches()) {
            return null;
        }
        return new DocumentNumber(number, year, symbol, issuer, number + behind, upper(withoutZeros(number) + keyed));
    }

    private static String prefix(Matcher shape, String separator) {
        return shape.group(3) == null ? separator : "/" + shape.group(3) + "/";
    }

    private static boolean isProper(String part) {
        return Character.isUpperCase(part.charAt(0));
    }

    /**
     * A known office in its own spelling, another part as it stands; upper case where the part begins with a small
     * letter.
     */
    private static String written(String part) {
        return OFFICES.getOrDefault(upper(part), isProper(part) ? part : upper(part));
    }

    private static String withoutZeros(String number) {
        int i = 0;
        while (i + 1 < number.length() && number.charAt(i) == '0' && Character.isDigit(number.charAt(i + 1))) {
            i++;
        }
        return number.substring(i);
    }

    private static String upper(String s) {
        return s.toUpperCase(Locale.ROOT);
    }

    /** The sequence number as written, with its zeros and letter: "05", "66.25", "12a". */
    public String number() {
        return number;
    }

    /** The year inside the number; Party numbers have none. */
    public Optional<Integer> year() {
        return Optional.ofNullable(year);
    }

    /** The symbol of the document's type ("CT", "NĐ", "QĐi"); empty for laws (80/2015/QH13) and for công văn. */
    public String symbol() {
        return symbol;
    }

    /** The office ("TU", "CP", "QH13", "BNV-BTC"); empty where the number names none (87-CT). */
    public String issuer() {
        return issuer;
    }

    /**
     * The value that decides equality, in the database too: upper case, no leading zeros, plain hyphens, accents kept:
     * "5-NQ/TU".
     */
    public String key() {
        return key;
    }

    /** The digits before the point (part 0) or behind it (part 1); 0 when there are none. */
    private static int figures(String number, int part) {
        String[] parts = LETTER.matcher(number).replaceFirst("").split("\\.");
        return part < parts.length ? Integer.parseInt(parts[part]) : 0;
    }

    /** Orders by year, numbers without a year first, then numerically: 9-CT/TU before 10-CT/TU. */
    @Override
    public int compareTo(DocumentNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentNumber that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /**
     * The canonical form: the number as written, without stray spaces, with plain hyphens, symbol and office in their
     * usual case.
     */
    @Override
    public String toString() {
        return printed;
    }
}
