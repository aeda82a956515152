package vn.loa.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an official document's own head says of it (Nghị định 30/2020/NĐ-CP, Phụ lục I): who issues it, its
 * number, place and date, its kind and what it is about.
 */
public final class Letterhead {
    private static final int LONGEST = 20;
    private static final int MAX_TITLE = 400;
    private static final int MAX_OFFICE = 100;
    private static final Pattern MOTTO =
            Pattern.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM");
    private static final Pattern NUMBER = Pattern.compile("(?:\\p{L}[\\p{L} ]{0,30} )?[Ss]ố ?: ?(.{1,60}+)");
    private static final Pattern PLACE_AND_DATE = Pattern.compile("\\p{Lu}[^,0-9]{0,40}+, ?ngày .{1,60}+");
    private static final Pattern ABOUT = Pattern.compile("(?:(?:V/v|Về việc|Về) )(.++)");

    private final List<String> lines;

    private Letterhead(List<String> lines) {
        this.lines = lines;
    }

    /** The document whose head opens a text; empty when the text does not open with the head of one. */
    public static Optional<Subject> find(List<String> paragraphs) {
        return new Letterhead(paragraphs.subList(0, Math.min(LONGEST, paragraphs.size()))).read(paragraphs);
    }

    private Optional<Subject> read(List<String> paragraphs) {
        int kind = kind();
        if (kind < 0 || lines.stream().limit(kind).noneMatch(line -> MOTTO.matcher(line).lookingAt())) {
            return Optional.empty();
        }
        DocumentNumber number = lines.stream().map(NUMBER::matcher).filter(Matcher::matches)
                .flatMap(matcher -> DocumentNumber.parse(matcher.group(1)).stream()).findFirst().orElse(null);
        LocalDate date = lines.stream().filter(line -> PLACE_AND_DATE.matcher(line).matches())
                .flatMap(line -> VietnameseDates.date(line.substring(line.indexOf("ngày"))).stream())
                .findFirst().orElse(null);
        String type = DocumentTypes.canonical(lines.get(kind)).orElseThrow();
        return Optional.of(new Subject(type, number, issuer(paragraphs), date, title(kind)));
    }

    /** The line that is the kind of document and nothing else, in capitals: NGHỊ ĐỊNH. */
    private int kind() {
        for (int i = 1; i < lines.size(); i++) {
            if (Capitals.only(lines.get(i), 0) && DocumentTypes.canonical(lines.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** The first line's office, with small letters as the text itself writes it. */
    private String issuer(List<String> paragraphs) {
        String office = lines.get(0);
        if (!Capitals.only(office, 0) || office.length() > MAX_OFFICE || MOTTO.matcher(office).lookingAt()) {
            return null;
        }
        for (String paragraph : paragraphs) {
            for (int i = 0; i + office.length() <= paragraph.length(); i++) {
                if (paragraph.regionMatches(true, i, office, 0, office.length())
                        && !Capitals.only(paragraph.substring(i, i + office.length()), 0)) {
                    return paragraph.substring(i, i + office.length());
                }
            }
        }
        return office;
    }

    private String title(int kind) {
        StringBuilder title = new StringBuilder();
        for (int i = kind + 1; i < lines.size(); i++) {
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

    /** A title may be set on several lines; a document that it names may begin one. */
    private static boolean startsLikeTitle(String line) {
        return Character.isLowerCase(line.charAt(0)) || !DocumentTypes.scan(line).isEmpty()
                && DocumentTypes.scan(line).get(0).start() == 0 && ".;:".indexOf(line.charAt(line.length() - 1)) < 0;
    }
}
