package vn.loa.text.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.print.Capitals;

/**
 * Reads the head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): issuer, number, place and date, type and
 * title.
 */
public final class Letterhead {
    private static final int LONGEST = 20;
    private static final int LONGEST_KIND = 24;
    private static final int MAX_TITLE = 400;
    private static final int MAX_OFFICE = 100;
    private static final Pattern MOTTO =
            Pattern.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM");
    /** Party bodies set a star above the number and write no colon. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?:\\* )?Số ?:? ?|\\p{L}[\\p{L} ]{0,30} [Ss]ố ?: ?)(.{1,60}+)");
    private static final Pattern PLACE_AND_DATE = Pattern.compile("\\p{Lu}[^,0-9]{0,40}+, ?ngày .{1,60}+");
    /** A year with a footnote mark: "năm 20264" is 2026 and footnote 4. */
    private static final Pattern NOTED_YEAR = Pattern.compile("(năm ?(?:19|20)[0-9]{2})(?:[0-9]{1,2}|\\[[0-9]{1,3}\\])$");
    private static final Pattern ABOUT = Pattern.compile("(?:(?:V/v|[Vv]ề việc|[Vv]ề) )(.++)");

    /** "LUẬT ĐẤT ĐAI": the type and the name of a law, often on one line. */
    private static final Pattern LAW = Pattern.compile("(BỘ LUẬT|LUẬT|PHÁP LỆNH) (\\p{Lu}.{1,200}+)");
    /** "CHỈ THỊ / CỦA BAN THƯỜNG VỤ TỈNH ỦY": the issuer stands below the type. */
    private static final String OF = "CỦA ";
    /** The line above the signature of a consolidated text, near its number and date. */
    private static final Pattern CONSOLIDATED = Pattern.compile("XÁC (?:NHẬN|THỰC) VĂN BẢN HỢP NHẤT.*+");
    private static final String CONSOLIDATED_TYPE = "Văn bản hợp nhất";

    private final List<String> lines;

    private Letterhead(List<String> lines) {
        this.lines = lines;
    }

    /** The document whose head opens the text; empty when no head opens it. */
    public static Optional<Subject> find(List<String> paragraphs) {
        return new Letterhead(paragraphs.subList(0, Math.min(LONGEST, paragraphs.size()))).read(paragraphs);
    }

    /** Whether a line is the name of the State or the Party, or the motto. One of them stands above every document. */
    static boolean isMotto(String line) {
        return (line.charAt(0) == 'C' || line.charAt(0) == 'Đ')
                && (MOTTO.matcher(line).matches() || line.startsWith("Độc lập - Tự do"));
    }

    /** Whether a line is only a document type in capitals. */
    static boolean isKind(String line) {
        return line.length() <= LONGEST_KIND && Capitals.only(line, 0) && DocumentTypes.canonical(line).isPresent();
    }

    /** Whether a line is only a document number: "Số: 12/QĐ-UBND". */
    static boolean isNumber(String line) {
        Matcher number = NUMBER.matcher(line);
        return number.matches() && DocumentNumber.parse(number.group(1)).isPresent();
    }

    private Optional<Subject> read(List<String> paragraphs) {
        int kind = kind();
        if (kind < 0 || lines.stream().limit(kind).noneMatch(line -> MOTTO.matcher(line).lookingAt())) {
            return Optional.empty();
        }
        Subject head = subject(kind, paragraphs);
        return Optional.of(consolidated(head, kind, paragraphs).orElse(head));
    }

    private Subject subject(int kind, List<String> paragraphs) {
        boolean nameBelow = kind + 1 < lines.size() && Capitals.only(lines.get(kind + 1), 0);
        Matcher law = LAW.matcher(lines.get(kind) + (nameBelow ? " " + lines.get(kind + 1) : ""));
        boolean named = law.matches();
        String type = DocumentTypes.canonical(named ? law.group(1) : lines.get(kind)).orElseThrow();
        String title = named ? inSmallLetters(law.group(), paragraphs).substring(law.start(2)) : title(kind);
        LocalDate issuedOn = date(lines);
        return new Subject(type, number(lines), issuer(kind, paragraphs),
                issuedOn == null ? Closing.adoptedOn(paragraphs) : issuedOn, title);
    }

    /**
     * The subject of a consolidated text. Its head is that of the consolidated document. Its own number and date stand
     * at its end.
     */
    private static Optional<Subject> consolidated(Subject head, int kind, List<String> paragraphs) {
        for (int i = paragraphs.size() - 1; i > kind; i--) {
            if (paragraphs.get(i).startsWith("X") && CONSOLIDATED.matcher(paragraphs.get(i)).matches()) {
                List<String> around = paragraphs.subList(Math.max(kind, i - 3), Math.min(i + 3, paragraphs.size()));
                return Optional.of(new Subject(CONSOLIDATED_TYPE, number(around), officeAboveNumber(around, paragraphs),
                        date(around), head.title()));
            }
        }
        return Optional.empty();
    }

    private static String officeAboveNumber(List<String> lines, List<String> paragraphs) {
        for (int i = 1; i < lines.size(); i++) {
            if (isNumber(lines.get(i))) {
                return isNameOfOffice(lines.get(i - 1)) ? inSmallLetters(lines.get(i - 1), paragraphs) : null;
            }
        }
        return null;
    }

    private static DocumentNumber number(List<String> lines) {
        return lines.stream().map(NUMBER::matcher).filter(Matcher::matches)
                .flatMap(matcher -> DocumentNumber.parse(matcher.group(1)).stream()).findFirst().orElse(null);
    }

    private static LocalDate date(List<String> lines) {
        return lines.stream().filter(line -> PLACE_AND_DATE.matcher(line).matches())
                .map(line -> NOTED_YEAR.matcher(line.substring(line.indexOf("ngày"))).replaceFirst("$1"))
                .flatMap(date -> VietnameseDates.date(date).stream())
                .findFirst().orElse(null);
    }

    /** The index of the line that is only a type in capitals (NGHỊ ĐỊNH), or a law's name; -1 when there is none. */
    private int kind() {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isKind(line) || Capitals.only(line, 0) && LAW.matcher(line).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** The issuer, from the line below the type or from the first line. */
    private String issuer(int kind, List<String> paragraphs) {
        boolean below = isOffice(kind + 1);
        String office = below ? lines.get(kind + 1).substring(OF.length()) : lines.get(0);
        return isNameOfOffice(office) ? inSmallLetters(office, paragraphs) : null;
    }

    private static boolean isNameOfOffice(String line) {
        return Capitals.only(line, 0) && line.length() <= MAX_OFFICE && !MOTTO.matcher(line).lookingAt();
    }

    private boolean isOffice(int line) {
        return line < lines.size() && lines.get(line).startsWith(OF) && Capitals.only(lines.get(line), 0);
    }

    /**
     * A name in capitals in the spelling that the running text uses elsewhere; unchanged when the text does not repeat
     * it.
     */
    private static String inSmallLetters(String name, List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            for (int i = 0; i + name.length() <= paragraph.length(); i++) {
                if (paragraph.regionMatches(true, i, name, 0, name.length())
                        && !Capitals.only(paragraph.substring(i, i + name.length()), 0)) {
                    return paragraph.substring(i, i + name.length());
                }
            }
        }
        return name;
    }

    private String title(int kind) {
        StringBuilder title = new StringBuilder();
        for (int i = isOffice(kind + 1) ? kind + 2 : kind + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("Căn cứ ") || Capitals.only(line, 0) || line.length() + title.length() > MAX_TITLE
                    || Division.at(line).isPresent() || SectionMarker.at(line).isPresent()) {
                break;
            }
            title.append(title.length() == 0 ? "" : " ").append(line);
            if (i + 1 < lines.size() && !startsLikeTitle(lines.get(i + 1))) {
                break;
            }
        }
        Matcher about = ABOUT.matcher(title);
        return title.length() == 0 ? null : about.matches() ? about.group(1) : title.toString();
    }

    /**
     * Whether the next line belongs to the title. A title may have several lines, and a document's name may begin one
     * of them.
     */
    private static boolean startsLikeTitle(String line) {
        return Character.isLowerCase(line.charAt(0)) || !DocumentTypes.scan(line).isEmpty()
                && DocumentTypes.scan(line).get(0).start() == 0 && ".;:".indexOf(line.charAt(line.length() - 1)) < 0;
    }
}
