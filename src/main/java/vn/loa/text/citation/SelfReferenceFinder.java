package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.fold.Words;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.structure.Paragraph;

/**
 * Finds the places where a document refers to itself: "Chỉ thị này", "Chỉ thị" alone as its name, "khoản 2 Điều này".
 */
final class SelfReferenceFinder {
    /** Type words that also begin sentences as verbs or common nouns ("Quy định rõ trách nhiệm …"). */
    private static final Set<String> ALSO_VERBS =
            Set.of("Quy định", "Quyết định", "Kết luận", "Hướng dẫn", "Thông báo", "Báo cáo", "Lệnh", "Kế hoạch");
    /** Text behind the type word that names another document: a number, issuer, title or name. */
    private static final Pattern OTHER =
            Pattern.compile(" ?(?:[“\"«0-9]|(?:số|của|về|Về|V/v|liên tịch|nào|khác)(?!\\p{L})|\\p{Lu})");
    /** Text before the type word that means several documents, or any document. */
    private static final Pattern SEVERAL =
            Pattern.compile("(?<!\\p{L})(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Nn]hiều|[Mm]ỗi|[Mm]ột|[Hh]ai|[Bb]a|[Mm]ột số) $");

    /** The Điều, and inside it the khoản, in a paragraph's eId. */
    private static final Pattern HERE =
            Pattern.compile("^art_([0-9]{1,4}+[a-zđ]?)(?:__para_([0-9]{1,4}+[a-zđ]?))?(?=__)");

    private SelfReferenceFinder() {}

    static List<SelfReference> find(List<Paragraph> paragraphs, String type) {
        String word = DocumentTypes.canonical(type).orElseGet(() -> VietnameseText.oneLine(type));
        Pattern name = Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "( này)?(?![\\p{L}\\p{M}])");
        PinpointBudget budget = PinpointBudget.of(paragraphs);
        List<SelfReference> found = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            PinpointReader pinpoints = PinpointReader.of(paragraph.text());
            List<SelfReference> here = parts(paragraph, pinpoints, budget);
            if (paragraph.text().contains(word)) {
                here.addAll(wholes(paragraph, name, word, pinpoints, budget));
            }
            here.sort(Comparator.comparingInt(SelfReference::start));
            found.addAll(here);
        }
        return List.copyOf(found);
    }

    /** References to the whole document ("Chỉ thị này"), or to the parts named before those words. */
    private static List<SelfReference> wholes(Paragraph paragraph, Pattern name, String word,
            PinpointReader pinpoints, PinpointBudget budget) {
        List<SelfReference> found = new ArrayList<>();
        String text = paragraph.text();
        List<Mention> mentions = CitationReader.read(text);
        TypeStarts types = new TypeStarts(text);
        int next = 0;
        Matcher place = name.matcher(text);
        while (place.find()) {
            while (next < mentions.size() && mentions.get(next).end() <= place.start()) {
                next++;
            }
            boolean cited = next < mentions.size() && mentions.get(next).start() < place.end();
            if (!cited && (place.group(1) != null || isName(text, place, word, types))) {
                PinpointBudget.Parts parts = budget.parts(text, pinpoints, place.start());
                found.add(new SelfReference(paragraph.eId(), place.start(), place.end(), place.group(), parts.pinpoints(),
                        parts.divisions()));
            }
        }
        return found;
    }

    /** References such as "khoản 2 Điều này". The paragraph's eId gives the number of the Điều. */
    private static List<SelfReference> parts(Paragraph paragraph, PinpointReader pinpoints,
            PinpointBudget budget) {
        List<SelfReference> found = new ArrayList<>();
        Matcher here = HERE.matcher(paragraph.eId().value());
        boolean inArticle = here.find();
        for (PinpointGroup group : pinpoints.groups()) {
            if (group.isHere()) {
                found.add(new SelfReference(paragraph.eId(), group.start(), group.end(),
                        paragraph.text().substring(group.start(), group.end()),
                        budget.parts(group, inArticle ? here.group(1) : null, inArticle ? here.group(2) : null), List.of()));
            }
        }
        return found;
    }

    private static boolean isName(String text, Matcher place, String word, TypeStarts types) {
        int start = place.start();
        Matcher other = OTHER.matcher(text).region(place.end(), text.length()).useTransparentBounds(true);
        boolean several = SEVERAL.matcher(text.substring(Math.max(0, start - 8), start)).find();
        return !other.lookingAt() && !several && !listedBehind(text, place.end(), types)
                && !(ALSO_VERBS.contains(word) && startsSentence(text, start));
    }

    private static boolean listedBehind(String text, int end, TypeStarts types) {
        int next = Words.skipComma(text, end);
        if (Words.at(text, next, "và")) {
            next = Words.skipSpaces(text, next + 2);
        }
        return next > end + 1 && types.capitalAt(next);
    }

    private static boolean startsSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && " “\"(-+".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || ".;:!?”".indexOf(text.charAt(before)) >= 0;
    }
}
