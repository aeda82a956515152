package vn.loa.text.citation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.structure.EId;

/**
 * The parsed query that an author types to find a document: "22-CT/TU", "chi thi 22-ct/tu", "NĐ 30/2020",
 * "30/2020/NĐ-CP điều 5 khoản 2", "Chỉ thị số 22 - ct / tu ngày 13/7/2022 của Ban Thường vụ Tỉnh ủy". Case and accents
 * do not matter, because authors leave both out. "Folded" text is lower case without accents, with one space for each
 * run of other characters.
 *
 * @param folded the whole query
 * @param numbers candidates for the document's whole number ("30 2020 nd cp"), the longest first
 * @param numberStart the first digits of the number ("30"), for queries with an incomplete number; null without digits
 * @param type the type word ("Chỉ thị"), null when the query has none
 * @param issuedOn the date, null when the query has none
 * @param year the year, unless it belongs to a whole number or date ("30/2020", "năm 2020"); null otherwise
 * @param words the other words, folded; the document's type, number, issuer and title together must contain them
 * @param sections candidates for the eId of the named part ("điều 5 khoản 2"), the likeliest first, then those of the
 *     parts around it
 */
public record DocumentQuery(String folded, List<String> numbers, String numberStart, String type, LocalDate issuedOn,
        Integer year, String words, List<EId> sections) {
    private static final int MAX_STARTS = 4;
    private static final int MAX_TOKENS = 7;
    private static final String YEAR = "((?:19|20)[0-9]{2})";
    private static final char FIRST_BEHIND_ASCII = 0x80;
    private static final Pattern DATE = Pattern.compile("(?<![0-9a-z/.-])(?:ngay )?([0-9]{1,2}+)(?: thang "
            + "([0-9]{1,2}+),? nam " + YEAR + "| ?([/.-]) ?([0-9]{1,2}+) ?\\4 ?" + YEAR + ")(?![0-9a-z/-])");
    private static final Pattern YEAR_ALONE = Pattern.compile("(?<=[0-9a-z] ?/ ?)" + YEAR + "(?![0-9a-z]| ?[/-])"
            + "|(?<![0-9a-z])nam " + YEAR + "(?![0-9a-z])|(?<= )" + YEAR + " *$");
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]++|[^\\x00-\\x7F]++");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");
    /** The separator between two parts of one number: "22-CT / TU", but not "22-CT/TU - Tăng cường". */
    private static final Pattern JOINT = Pattern.compile(" ?/ ?|[-\\u2010-\\u2014]");
    private static final Pattern JOINT_OR_POINT = Pattern.compile(JOINT + "|\\.");
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo");
    private static final Map<String, String> TYPES = DocumentTypes.all().stream()
            .collect(Collectors.toUnmodifiableMap(VietnameseText::fold, type -> type));
    private static final Pattern TYPE = Pattern.compile("(?<![0-9a-z])(" + TYPES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed()).collect(Collectors.joining("|"))
            + ")(?![0-9a-z])");
    /** The words between the type word and the number. */
    private static final Pattern TO_NUMBER =
            Pattern.compile("(?: (?:hanh dong|phoi hop|ket luan|lien nganh))? ?\\(?(?:so ?:?)? ?[0-9]");

    public DocumentQuery {
        numbers = List.copyOf(numbers);
        sections = List.copyOf(sections);
    }

    /** Parses a query. Never fails; a query without any of the parts gives empty values. */
    public static DocumentQuery parse(String typed) {
        String line = VietnameseText.oneLine(typed);
        StringBuilder rest = new StringBuilder(foldEach(line));
        String folded = String.join(" ", tokens(rest));
        List<EId> sections = QueryPinpoint.take(line, rest);
        LocalDate date = date(rest);
        List<String> tokens = tokens(rest);
        List<String> numbers = numbers(rest);
        String type = type(rest);
        Integer year = year(rest);
        String words = tokens(rest).stream().filter(token -> !STOPS.contains(token)).collect(Collectors.joining(" "));
        String first = tokens.stream().filter(DocumentQuery::isFigure).findFirst().orElse(null);
        return new DocumentQuery(folded, numbers, first, type, date, year, words, sections);
    }

    /** The folded form of a document number: "05 - nq/tu" and its {@code DocumentNumber.key} both give "5 nq tu". */
    public static String foldedNumber(String number) {
        return String.join(" ", tokens(foldEach(VietnameseText.oneLine(number))));
    }

    /** Folds each character to exactly one, so that offsets stay the same. */
    private static String foldEach(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char base = c < FIRST_BEHIND_ASCII ? c : c == 'đ' || c == 'Đ' ? 'd'
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            out.append(Character.toLowerCase(base));
        }
        return out.toString();
    }

    private static List<String> tokens(CharSequence folded) {
        return TOKEN.matcher(folded).results().map(token -> token(token.group())).toList();
    }

    /** Removes "so" where a space is missing behind it ("số31"), and leading zeros. */
    private static String token(String word) {
        String number = word.startsWith("so") && word.length() > 2 && Character.isDigit(word.charAt(2))
                ? word.substring(2) : word;
        return number.charAt(0) == '0' ? ZEROS.matcher(number).replaceFirst("") : number;
    }

    private static boolean isFigure(String token) {
        return Character.isDigit(token.charAt(0));
    }

    /** Every run of tokens that begins with digits. Only the register knows which of them is a number. */
    private static List<String> numbers(CharSequence folded) {
        List<MatchResult> places = TOKEN.matcher(folded).results().toList();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        int starts = 0;
        for (int i = 0; i < places.size() && starts < MAX_STARTS; i++) {
            StringBuilder run = new StringBuilder(token(places.get(i).group()));
            // A number does not start in the middle of another: "2020/NĐ-CP", "25/2026/NQ-CP".
            boolean inside = i > 0 && isFigure(places.get(i - 1).group())
                    && JOINT_OR_POINT.matcher(between(folded, places, i - 1)).matches();
            if (!isFigure(run.toString()) || inside) {
                continue;
            }
            starts++;
            for (int j = i + 1; j < places.size() && j - i < MAX_TOKENS; j++) {
                run.append(' ').append(token(places.get(j).group()));
                // A run must not stop inside a number: "22-CT" is not "22-CT/TU".
                boolean goesOn = j + 1 < places.size() && JOINT.matcher(between(folded, places, j)).matches();
                if (!goesOn) {
                    lengths.putIfAbsent(run.toString(), j - i);
                }
            }
        }
        return lengths.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }

    private static CharSequence between(CharSequence folded, List<MatchResult> places, int i) {
        return folded.subSequence(places.get(i).end(), places.get(i + 1).start());
    }

    private static LocalDate date(StringBuilder rest) {
        Matcher date = DATE.matcher(rest.toString());
        while (date.find()) {
            boolean figures = date.group(4) != null;
            LocalDate day = VietnameseDates.exists(date.group(1), date.group(figures ? 5 : 2),
                    date.group(figures ? 6 : 3)).orElse(null);
            if (day != null) {
                blank(rest, date);
                return day;
            }
        }
        return null;
    }

    private static Integer year(StringBuilder rest) {
        Matcher year = YEAR_ALONE.matcher(rest.toString());
        if (!year.find()) {
            return null;
        }
        blank(rest, year);
        return Integer.valueOf(year.group().replaceAll("[^0-9]", ""));
    }

    /** The type word before the number, or else the one at the start of the query. */
    private static String type(CharSequence rest) {
        String opening = null;
        Matcher type = TYPE.matcher(rest);
        while (type.find()) {
            if (TO_NUMBER.matcher(rest).region(type.end(), rest.length()).lookingAt()) {
                return TYPES.get(type.group(1));
            }
            if (type.start() == 0) {
                opening = TYPES.get(type.group(1));
            }
        }
        return opening;
    }

    private static void blank(StringBuilder rest, Matcher match) {
        rest.replace(match.start(), match.end(), " ".repeat(match.end() - match.start()));
    }
}
