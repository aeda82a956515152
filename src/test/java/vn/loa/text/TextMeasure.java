package vn.loa.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * How well a text was read, as far as that can be seen without a reader.
 *
 * @param wordsKept whether the tree, the notes and the dropped lines have the words of the text in their order
 * @param identified whether type, number, issuer, date and title are known
 * @param gaps where the numbers of the Điều do not go on, as "5>7"
 * @param numbers how many words look like a document's number, by a pattern looser than the reader's
 * @param missed those of them that no citation has
 * @param notesInside paragraphs of provisions that read like a note of a consolidated text
 * @param gluedMarks words of a text with notes that end in digits, as "này12"
 * @param notes how many notes stand apart from the text
 * @param unmarked those of them whose mark was not found
 */
record TextMeasure(boolean wordsKept, boolean identified, List<String> gaps, int numbers, Set<String> missed, int notesInside,
        int gluedMarks, int notes, int unmarked) {

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?<![\\d/.])\\d{1,5}(?:\\.\\d{1,3})?[a-zđ]?\\s?/\\s?"
            + "(?:(?:19|20)\\d\\d\\s?/\\s?)?(?:(?:UBTVQH|QH)\\d{1,2}|[A-ZĐ][A-Za-zĐđ]{0,7}(?:\\s?[-–]\\s?[A-ZĐ&][A-Za-zĐđ0-9]*)+)"
            + "|(?<![\\d/.])\\d{1,5}\\s?[-–]\\s?[A-ZĐ][A-Za-zĐđ]{1,3}\\s?/\\s?[A-ZĐ]{2,}[A-Za-zĐđ]*");
    private static final Pattern LIKE_A_NOTE = Pattern.compile("\\[?\\d{1,3}\\]?\\.? ?(?:Điều|Khoản|Điểm|Đoạn|Cụm từ|Tên|Mục|Chương|Phụ lục"
            + "|Mẫu|Nội dung) .{0,80}\\bđược (?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính) .*theo quy định tại .*");
    private static final Pattern GLUED = Pattern.compile("(?<![\\p{L}\\d])\\p{Ll}{2,}\\d{1,3}(?![\\p{L}\\d])");
    private static final Pattern ARTICLE_NUMBER = Pattern.compile("(\\d+)(\\p{L}?)");

    static TextMeasure of(String text) {
        TextBlocks blocks = TextBlocks.read(text);
        DirectiveText read = DirectiveText.parse(blocks);
        Subject subject = Letterhead.find(blocks.paragraphs()).orElse(null);
        Set<String> cited = CitationFinder.citations(citable(read), subject).stream().map(Citation::number)
                .filter(number -> number != null).map(number -> comparable(number.toString())).collect(Collectors.toCollection(HashSet::new));
        List<String> numbers = LIKE_A_NUMBER.matcher(String.join("\n", blocks.paragraphs())).results().map(found -> found.group())
                .toList();
        List<Paragraph> provisions = read.allSections().stream().flatMap(section -> section.paragraphs().stream()).toList();
        boolean noted = !blocks.notes().isEmpty();
        return new TextMeasure(keepsWords(text), isWhole(subject), gaps(read), numbers.size(),
                numbers.stream().filter(number -> !cited.contains(comparable(number))).collect(Collectors.toCollection(TreeSet::new)),
                count(provisions, paragraph -> LIKE_A_NOTE.matcher(paragraph.text()).matches()),
                noted ? count(provisions, paragraph -> GLUED.matcher(paragraph.text()).find()) : 0,
                blocks.notes().size(), (int) blocks.notes().stream().filter(note -> note.paragraph() < 0).count());
    }

    /** All that may cite: paragraphs, headings and notes, in the order of the text. */
    static List<Paragraph> citable(DirectiveText text) {
        return Stream.of(text.preamble().stream(), text.sections().stream().flatMap(section -> section.citable().stream()),
                text.closing().stream(), text.annexes().stream().flatMap(section -> section.citable().stream()), text.notes().stream())
                .flatMap(part -> part).toList();
    }

    private static boolean keepsWords(String text) {
        try {
            TextWords.assertKept(text);
            return true;
        } catch (AssertionError differ) {
            return false;
        }
    }

    private static boolean isWhole(Subject subject) {
        return subject != null && subject.type() != null && subject.number() != null && subject.issuer() != null
                && subject.issuedOn() != null && subject.title() != null;
    }

    private static List<String> gaps(DirectiveText text) {
        List<String> gaps = new ArrayList<>();
        int last = 0;
        for (Section section : text.sections()) {
            Matcher number = ARTICLE_NUMBER.matcher(String.valueOf(section.number()));
            if (section.kind() == SectionKind.ARTICLE && number.matches()) {
                int next = Integer.parseInt(number.group(1));
                boolean inserted = next == last && !number.group(2).isEmpty();
                if (next != last + 1 && !inserted) {
                    gaps.add(last + ">" + section.number());
                }
                last = next;
            }
        }
        return gaps;
    }

    private static String comparable(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[\\s–-]", "");
    }

    private static int count(List<Paragraph> paragraphs, Predicate<Paragraph> kind) {
        return (int) paragraphs.stream().filter(kind).count();
    }

    /** One line for each finding; empty when nothing is wrong. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (!wordsKept) {
            findings.add("words differ");
        }
        if (!identified) {
            findings.add("identity is not complete");
        }
        if (!gaps.isEmpty()) {
            findings.add("Điều do not go on: " + gaps);
        }
        if (!missed.isEmpty()) {
            findings.add("no citation has: " + missed);
        }
        if (notesInside + gluedMarks > 0) {
            findings.add("notes inside provisions: " + notesInside + ", glued marks: " + gluedMarks);
        }
        if (unmarked > 0) {
            findings.add("notes whose mark was not found: " + unmarked + " of " + notes);
        }
        return findings;
    }

    /** One line for many texts. */
    static String summary(List<TextMeasure> all) {
        return all.size() + " texts, words differ in " + all.stream().filter(text -> !text.wordsKept).count() + ", not identified "
                + all.stream().filter(text -> !text.identified).count() + ", Điều not continuous in "
                + all.stream().filter(text -> !text.gaps.isEmpty()).count() + ", numbers "
                + all.stream().mapToInt(TextMeasure::numbers).sum() + " of which without a citation "
                + all.stream().mapToInt(text -> text.missed.size()).sum() + ", notes inside provisions "
                + all.stream().mapToInt(TextMeasure::notesInside).sum() + ", glued marks "
                + all.stream().mapToInt(TextMeasure::gluedMarks).sum() + ", notes " + all.stream().mapToInt(TextMeasure::notes).sum()
                + " of which without a mark " + all.stream().mapToInt(TextMeasure::unmarked).sum();
    }
}
