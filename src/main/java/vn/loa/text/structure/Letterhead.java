package vn.loa.text.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.print.Capitals;
import vn.loa.text.print.HeadParts;
import vn.loa.text.print.Offices;
import vn.loa.text.print.OrdinaryLetters;

/**
 * Reads the head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): issuer, number, place and date, type and
 * title. Two columns may stand on one line, a legal portal's table of facts may stand above the head, and an official
 * letter (công văn) has no line of its type.
 */
public final class Letterhead {
    /** The paragraphs among which the motto stands; a legal portal prints up to thirty facts above it. */
    private static final int MOTTO_WITHIN = 40;
    /** The parts of a head above and below its motto. */
    private static final int LONGEST = 20;
    private static final int LONGEST_KIND = 24;
    /** A year with a footnote mark: "năm 20264" is 2026 and footnote 4. */
    private static final Pattern NOTED_YEAR = Pattern.compile("(năm ?(?:19|20)[0-9]{2})(?:[0-9]{1,2}|\\[[0-9]{1,3}\\])$");
    /** The mark of a footnote behind a word: "NGHỊ ĐỊNH1". */
    private static final Pattern MARK = Pattern.compile("(?<=\\p{L})[0-9]{1,2}$");
    /** "LUẬT ĐẤT ĐAI": the type and the name of a law, often on one line. */
    private static final Pattern LAW = Pattern.compile("(BỘ LUẬT|LUẬT|PHÁP LỆNH) (\\p{Lu}.{1,200}+)");
    /** The line above the signature of a consolidated text, near its number and date. */
    private static final Pattern CONSOLIDATED = Pattern.compile("XÁC (?:NHẬN|THỰC) VĂN BẢN HỢP NHẤT.*+");
    private static final String CONSOLIDATED_TYPE = "Văn bản hợp nhất";
    private static final String CONSOLIDATED_RUBRIC = "VĂN BẢN HỢP NHẤT";
    private static final int AROUND_SIGNATURE = 6;
    private static final String LETTER_TYPE = "Công văn";

    private final List<String> paragraphs;
    /** The parts of the head, from its first one to the line of its type or to the addressee of a letter. */
    private final List<String> head = new ArrayList<>();
    /** The paragraph of the type; -1 when there is none. */
    private int kind = -1;
    /** The paragraph of a letter's subject; -1 for other documents. */
    private int about = -1;

    private Letterhead(List<String> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** The document whose head opens the text; empty when no head opens it. */
    public static Optional<Subject> find(List<String> paragraphs) {
        Letterhead letterhead = new Letterhead(paragraphs);
        return letterhead.readHead() ? Optional.of(letterhead.subject()) : Optional.empty();
    }

    /** Whether a line is the name of the State or the Party, or the motto. One of them stands above every document. */
    static boolean isMotto(String line) {
        return HeadParts.isMotto(line);
    }

    /** Whether a line is only a document type in capitals. */
    static boolean isKind(String line) {
        return line.length() <= LONGEST_KIND && Capitals.only(line, 0) && kindOf(line).isPresent();
    }

    /** Whether a line is only a document number: "Số: 12/QĐ-UBND". */
    static boolean isNumber(String line) {
        return HeadParts.isNumber(line) && numberOf(line) != null;
    }

    /** Whether a line heads the authentication of a consolidated text. */
    static boolean isAuthentication(String line) {
        return line.startsWith("X") && CONSOLIDATED.matcher(line).matches();
    }

    private static Optional<String> kindOf(String line) {
        boolean marked = !line.isEmpty() && Character.isDigit(line.charAt(line.length() - 1));
        return DocumentTypes.canonical(marked ? MARK.matcher(line).replaceFirst("") : line);
    }

    /** Finds the motto, the parts above it, and the type or the subject below it. */
    private boolean readHead() {
        boolean motto = false;
        int below = 0;
        for (int i = 0; i < paragraphs.size() && i < MOTTO_WITHIN + LONGEST && below < LONGEST; i++) {
            if (motto && isTypeLine(i)) {
                kind = i;
                return true;
            }
            if (about >= 0 && paragraphs.get(i).startsWith("Kính gửi")) {
                return motto;
            }
            for (String part : HeadParts.of(paragraphs.get(i))) {
                motto |= HeadParts.isMotto(part);
                about = about < 0 && part.startsWith("V/v ") ? i : about;
                if (isPartOfHead(part) || part.startsWith("V/v ")) {
                    head.add(part);
                } else if (!motto && about < 0) {
                    head.clear();
                }
            }
            below += motto ? 1 : 0;
            if (!motto && i >= MOTTO_WITHIN) {
                return false;
            }
        }
        return false;
    }

    private boolean isTypeLine(int i) {
        String line = paragraphs.get(i);
        return isKind(line) || Capitals.only(line, 0) && LAW.matcher(line).matches();
    }

    private static boolean isPartOfHead(String part) {
        String bare = HeadParts.bare(part);
        return bare.isEmpty() || Capitals.only(bare, 0) || HeadParts.isMotto(bare) || HeadParts.isNumber(bare)
                || HeadParts.isPlaceAndDate(bare) || bare.startsWith("(");
    }

    private Subject subject() {
        if (kind < 0) {
            return new Subject(LETTER_TYPE, first(head, Letterhead::numberOf), issuer(), first(head, Letterhead::dateOf),
                    HeadTitle.ofLetter(paragraphs, about));
        }
        String line = MARK.matcher(paragraphs.get(kind)).replaceFirst("");
        boolean nameBelow = kind + 1 < paragraphs.size() && Capitals.only(paragraphs.get(kind + 1), 0);
        Matcher law = LAW.matcher(line + (nameBelow ? " " + paragraphs.get(kind + 1) : ""));
        boolean named = law.matches();
        String type = (named ? DocumentTypes.canonical(law.group(1)) : kindOf(line)).orElseThrow();
        String title = named ? new OrdinaryLetters(paragraphs).spell(law.group()).substring(law.start(2))
                : HeadTitle.below(paragraphs, kind);
        return consolidated(title).orElseGet(() -> new Subject(type, ownNumber(), issuer(), ownDate(), title));
    }

    /** The document's number, which may stand below the type. */
    private DocumentNumber ownNumber() {
        DocumentNumber above = first(head, Letterhead::numberOf);
        return above != null ? above : first(behindKind(), Letterhead::numberOf);
    }

    private LocalDate ownDate() {
        LocalDate above = first(head, Letterhead::dateOf);
        LocalDate issued = above != null ? above : first(behindKind(), Letterhead::dateOf);
        return issued != null ? issued : Closing.adoptedOn(paragraphs);
    }

    private List<String> behindKind() {
        return paragraphs.subList(kind + 1, Math.min(kind + 1 + AROUND_SIGNATURE, paragraphs.size()));
    }

    /**
     * The subject of a consolidated text. Its title is that of the text. Its own office, number and date stand at its
     * end; a print without that end knows none of them.
     */
    private Optional<Subject> consolidated(String title) {
        for (int i = paragraphs.size() - 1; i > kind; i--) {
            if (isAuthentication(paragraphs.get(i))) {
                List<String> above = paragraphs.subList(Math.max(kind, i - AROUND_SIGNATURE), i);
                List<String> around =
                        paragraphs.subList(Math.max(kind, i - AROUND_SIGNATURE), Math.min(i + AROUND_SIGNATURE, paragraphs.size()));
                return Optional.of(new Subject(CONSOLIDATED_TYPE, last(around, Letterhead::numberOf), officeOf(above),
                        first(paragraphs.subList(i, Math.min(i + AROUND_SIGNATURE, paragraphs.size())), Letterhead::dateOf), title));
            }
        }
        return head.stream().anyMatch(part -> part.startsWith(CONSOLIDATED_RUBRIC))
                ? Optional.of(new Subject(CONSOLIDATED_TYPE, null, null, null, title)) : Optional.empty();
    }

    private String officeOf(List<String> above) {
        List<String> names = new ArrayList<>();
        for (int i = above.size() - 1; i >= 0; i--) {
            String line = above.get(i);
            if (Capitals.only(line, 0) && !HeadParts.isNumber(line)) {
                names.add(0, line);
            } else if (!names.isEmpty()) {
                break;
            }
        }
        return spelled(Offices.issuer(names));
    }

    /** The issuer, from the line below the type ("CHỈ THỊ / CỦA BAN THƯỜNG VỤ TỈNH ỦY") or from the head. */
    private String issuer() {
        String below = kind < 0 ? null : HeadTitle.issuerBelow(paragraphs, kind);
        if (below != null) {
            return spelled(below);
        }
        List<String> names = new ArrayList<>();
        for (String part : head) {
            String name = Offices.withoutRubric(HeadParts.bare(part));
            if (Capitals.only(name, 0) && !HeadParts.isMotto(name) && !HeadParts.isNumber(name) && !name.startsWith("V/v")
                    && !HeadParts.isPlaceAndDate(name) && !name.startsWith("(")) {
                names.add(name);
            }
        }
        return spelled(Offices.issuer(names));
    }

    private String spelled(String name) {
        return name == null ? null : new OrdinaryLetters(paragraphs).find(name);
    }

    private static DocumentNumber numberOf(String line) {
        String bare = HeadParts.bare(line);
        return HeadParts.isNumber(bare) ? DocumentNumber.parse(HeadParts.number(bare)).orElse(null) : null;
    }

    private static LocalDate dateOf(String line) {
        String bare = HeadParts.bare(line);
        return !HeadParts.isPlaceAndDate(bare) ? null
                : VietnameseDates.date(NOTED_YEAR.matcher(bare.substring(bare.indexOf("ngày"))).replaceFirst("$1")).orElse(null);
    }

    private static <T> T first(List<String> lines, Function<String, T> reading) {
        return lines.stream().flatMap(line -> HeadParts.of(line).stream()).map(reading).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private static <T> T last(List<String> lines, Function<String, T> reading) {
        return lines.stream().flatMap(line -> HeadParts.of(line).stream()).map(reading).filter(Objects::nonNull)
                .reduce((one, other) -> other).orElse(null);
    }
}
