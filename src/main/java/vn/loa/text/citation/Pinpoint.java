package vn.loa.text.citation;

import java.util.Objects;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.SectionKind;

/**
 * A part of a document as citations name it: "điểm a khoản 2 Điều 5". Điều are numbered through the whole document, so
 * a pinpoint does not name the chapter or part.
 *
 * @param article the number of the Điều: "5", "7a"
 * @param clause the number of the khoản; null for a whole Điều or for a điểm directly inside it
 * @param point the letter of the điểm; null when the citation names none
 */
public record Pinpoint(String article, String clause, String point) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}+[a-zđ]?");
    private static final Pattern LETTER = Pattern.compile("[a-zđ][0-9]?|[0-9]{1,3}");

    public Pinpoint {
        Objects.requireNonNull(article, "article");
        require(article, NUMBER);
        require(clause, NUMBER);
        require(point, LETTER);
    }

    private static void require(String number, Pattern shape) {
        if (number != null && !shape.matcher(number).matches()) {
            throw new IllegalArgumentException("not the number of a part: " + VietnameseText.excerpt(number, 20));
        }
    }

    /** The eId of this part in a document that has it: art_5__para_2__point_a. */
    public EId eId() {
        EId eId = EId.of(SectionKind.ARTICLE.prefix(), article);
        eId = clause == null ? eId : eId.child(SectionKind.CLAUSE.prefix(), clause);
        return point == null ? eId : eId.child(SectionKind.POINT.prefix(), point);
    }
}
