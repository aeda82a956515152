package vn.loa.text.structure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.print.Capitals;
import vn.loa.text.print.HeadParts;
import vn.loa.text.print.Offices;
import vn.loa.text.print.OrdinaryLetters;

/** Reads the title that stands below the type of a document, or in the subject line of a letter. */
final class HeadTitle {
    /** In characters; the longest titles of official documents have some 900. */
    private static final int LONGEST = 2_000;
    /** A longer paragraph that ends like a sentence is the first one of the text and no title. */
    private static final int LONGEST_SENTENCE = 400;
    private static final int LONGEST_REST = 80;
    private static final Pattern ABOUT = Pattern.compile("(?:(?:V/v|[Vv]ề việc|[Vv]ề) )(.++)");
    private static final Pattern BASIS = Pattern.compile("(?:Căn cứ|Theo đề nghị) .*+|(?:Thực hiện|Xét) .*[:;]");
    private static final Pattern RULE = Pattern.compile("[ _–—=*-]{2,}+$");
    /** The mark of a footnote behind the last word: "Quân đội1". */
    private static final Pattern MARK = Pattern.compile("(?<=\\p{Ll})[0-9]{1,2}$");
    private static final String OF = "CỦA ";

    private HeadTitle() {}

    /** The office that a line below the type names: "CỦA BAN THƯỜNG VỤ TỈNH ỦY"; null when there is no such line. */
    static String issuerBelow(List<String> paragraphs, int kind) {
        boolean below = kind + 1 < paragraphs.size() && paragraphs.get(kind + 1).startsWith(OF)
                && Capitals.only(paragraphs.get(kind + 1), 0);
        return below ? paragraphs.get(kind + 1).substring(OF.length()) : null;
    }

    /** The title below the paragraph of the type, without a leading "về"; null when none follows. */
    static String below(List<String> paragraphs, int kind) {
        StringBuilder title = new StringBuilder();
        boolean capitals = false;
        for (int i = issuerBelow(paragraphs, kind) == null ? kind + 1 : kind + 2; i < paragraphs.size(); i++) {
            String line = RULE.matcher(paragraphs.get(i)).replaceFirst("");
            boolean inCapitals = Capitals.only(line, 0);
            if (endsTitle(line) || title.length() > 0 && inCapitals != capitals || title.length() + line.length() > LONGEST) {
                break;
            }
            capitals = inCapitals;
            title.append(title.length() == 0 ? "" : " ").append(line);
            if (!capitals && i + 1 < paragraphs.size() && !continues(paragraphs, i + 1) || line.length() < paragraphs.get(i).length()) {
                break;
            }
        }
        String words = MARK.matcher(title).replaceFirst("");
        return words.isEmpty() ? null : withoutAbout(capitals ? new OrdinaryLetters(paragraphs).spell(words) : words);
    }

    /** The subject of a letter: "V/v trồng cây xanh"; its lines end where another part of the head begins. */
    static String ofLetter(List<String> paragraphs, int about) {
        for (String part : HeadParts.of(paragraphs.get(about))) {
            if (part.startsWith("V/v ")) {
                return withoutAbout(part);
            }
        }
        return null;
    }

    private static boolean endsTitle(String line) {
        return line.isEmpty() || BASIS.matcher(line).matches() || Capitals.only(line, 0) && Offices.isName(line)
                || Division.at(line).isPresent() || SectionMarker.at(line).isPresent()
                || line.length() > LONGEST_SENTENCE && ".:;".indexOf(line.charAt(line.length() - 1)) >= 0
                || HeadParts.isNumber(line) || HeadParts.isPlaceAndDate(line);
    }

    /**
     * Whether the next line belongs to the title. A title may have several lines. A document's name may begin one of
     * them, and a few words may stand alone on the last one, above the legal basis.
     */
    private static boolean continues(List<String> paragraphs, int next) {
        String line = paragraphs.get(next);
        if (".;:".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return Character.isLowerCase(line.charAt(0));
        }
        boolean named = DocumentTypes.scan(line).stream().findFirst().filter(type -> type.start() == 0).isPresent();
        boolean last = line.length() <= LONGEST_REST && next + 1 < paragraphs.size() && BASIS.matcher(paragraphs.get(next + 1)).matches();
        return Character.isLowerCase(line.charAt(0)) || named || last && !Capitals.only(line, 0);
    }

    private static String withoutAbout(String title) {
        Matcher about = ABOUT.matcher(title);
        return about.matches() ? about.group(1) : title;
    }
}
