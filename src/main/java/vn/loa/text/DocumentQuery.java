package vn.loa.text;

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

/**
 * What an author types to name a document: "22-CT/TU", "chi thi 22-ct/tu", "NĐ 30/2020", "30/2020/NĐ-CP điều 5 khoản
 * 2", "Chỉ thị số 22 - ct / tu ngày 13/7/2022 của Ban Thường vụ Tỉnh ủy". Read without case and accents, because
 * authors leave both out. "Folded" is lower case without accents, with one space for whatever is no letter or digit.
 *
 * @param folded all that was typed
 * @param numbers what may be the document's whole number ("30 2020 nd cp"), the longest first
 * @param numberStart the first figures of the number ("30"), in case the rest is missing; null without figures
 * @param type the type word ("Chỉ thị"), null when none is typed
 * @param issuedOn the date, null when none is typed
 * @param year the year, where it is no part of a whole number or date ("30/2020", "năm 2020"); null otherwise
 * @param words what the document's type, number, issuer and title together have, folded
 * @param sections the addresses that the typed part ("điều 5 khoản 2") may have, the likeliest first, then those of the
 *        parts around it
 */
public record DocumentQuery(String folded, List<String> numbers, String numberStart, String type, LocalDate issuedOn,
        Integer year, String words, List<EId> sections) {
    private static final int MAX_STARTS = 4;
    private static final int MAX_TOKENS = 7;
    private static final String YEAR = "((?:19|20)[0-9]{2})";
    private static final Pattern DATE = Pattern.compile("(?<![0-9a-z/.-])(?:ngay )?([0-9]{1,2}+)(?: thang "
            + "([0-9]{1,2}+),? nam " + YEAR + "| ?([/.-]) ?([0-9]{1,2}+) ?\\4 ?" + YEAR + ")(?![0-9a-z/-])");
    private static final Pattern YEAR_ALONE = Pattern.compile("(?<=[0-9a-z] ?/ ?)" + YEAR + "(?![0-9a-z]| ?[/-])"
            + "|(?<![0-9a-z])nam " + YEAR + "(?![0-9a-z])|(?<= )" + YEAR + " *$");
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]++|[^\\x00-\\x7F]++");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");
    /** Between two parts of one number: "22-CT / TU", but not "22-CT/TU - Tăng cường". */
    private static final Pattern JOINT = Pattern.compile(" ?/ ?|[-\\u2010-\\u2014]");
    private static final Pattern JOINT_OR_POINT = Pattern.compile(JOINT + "|\\.");
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo");
    private static final Map<String, String> TYPES = DocumentTypes.all().stream()
            .collect(Collectors.toUnmodifiableMap(VietnameseText::fold, type -> type));
    private static final Pattern TYPE = Pattern.compile("(?<![0-9a-z])(" + TYPES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed()).collect(Collectors.joining("|"))
            + ")(?![0-9a-z])");
    /** What stands between the type word and the number. */
    private static final Pattern TO_NUMBER =
            Pattern.compile("(?: (?:hanh dong|phoi hop|ket luan|lien nganh))? ?\\(?(?:so ?:?)? ?[0-9]");

    public DocumentQuery {
        numbers = List.copyOf(numbers);
        sections = List.copyOf(sections);
    }

    /** Reads what was typed; never fails, but may find nothing in it. */
    public static DocumentQuery parse(String typed) {
        String line = VietnameseText.oneLine(typed);
        StringBuilder rest = new StringBuilder(foldEach(line));
        String folded = String.join(" ", tokens(rest));
        List<EId> sections = TypedPart.take(line, rest);
        LocalDate date = date(rest);
        List<String> tokens = tokens(rest);
        List<String> numbers = numbers(rest);
        String type = type(rest);
        Integer year = year(rest);
        String words = tokens(rest).stream().filter(token -> !STOPS.contains(token)).collect(Collectors.joining(" "));
        String first = tokens.stream().filter(DocumentQuery::isFigure).findFirst().orElse(null);
        return new DocumentQuery(folded, numbers, first, type, date, year, words, sections);
    }

    /** A document number as it is looked up: "05 - nq/tu" and its {@link DocumentNumber#key} give "5 nq tu". */
    public static String foldedNumber(String number) {
        return String.join(" ", tokens(foldEach(VietnameseText.oneLine(number))));
    }

    /** Character by character, so that offsets stay. */
    private static String foldEach(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char base = c == 'đ' || c == 'Đ' ? 'd'
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            out.append(Character.toLowerCase(base));
        }
        return out.toString();
    }

    private static List<String> tokens(CharSequence folded) {
        return TOKEN.matcher(folded).results().map(token -> token(token.group())).toList();
    }

    /** "số31" has lost a space, and zeros before a number do not count. */
    private static String token(String word) {
        String number = word.startsWith("so") && word.length() > 2 && Character.isDigit(word.charAt(2))
                ? word.substring(2) : word;
        return ZEROS.matcher(number).replaceFirst("");
    }

    private static boolean isFigure(String token) {
        return Character.isDigit(token.charAt(0));
    }

    /** Every run of words that begins with figures: which of them is a number only the register knows. */
    private static List<String> numbers(CharSequence folded) {
        List<MatchResult> places = TOKEN.matcher(folded).results().toList();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        int starts = 0;
        for (int i = 0; i < places.size() && starts < MAX_STARTS; i++) {
            StringBuilder run = new StringBuilder(token(places.get(i).group()));
            // Not in the middle of a number: "2020/NĐ-CP", "25/2026/NQ-CP".
            boolean inside = i > 0 && isFigure(places.get(i - 1).group())
                    && JOINT_OR_POINT.matcher(between(folded, places, i - 1)).matches();
            if (!isFigure(run.toString()) || inside) {
                continue;
            }
            starts++;
            for (int j = i + 1; j < places.size() && j - i < MAX_TOKENS; j++) {
                run.append(' ').append(token(places.get(j).group()));
                // "22-CT" is not what "22-CT/TU" says.
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

    /** The type word before the number, or the one that opens the line. */
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
