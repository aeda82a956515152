package vn.loa.text.citation;

import java.util.List;
import java.util.Optional;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/**
 * Limits how many parts of documents one text can name. "điểm a đến y khoản 1 đến 60 Điều 1" names over a thousand in
 * forty characters; in 116 gazette texts there is at most one in 200 characters.
 */
final class PinpointBudget {
    private static final int MOST_OF_ONE_GROUP = 500;
    /** For short texts, which may be nothing but a list of parts. */
    private static final int MOST_OF_ANY_TEXT = 500;
    private static final int CHARACTERS_PER_PART = 20;

    /**
     * The parts of a document that the words before it name.
     *
     * @param divisions the eIds of those that are named otherwise than by their Điều
     */
    record Parts(List<Pinpoint> pinpoints, List<EId> divisions) {}

    private long left;

    private PinpointBudget(long left) {
        this.left = left;
    }

    static PinpointBudget of(List<Paragraph> paragraphs) {
        return new PinpointBudget(MOST_OF_ANY_TEXT
                + paragraphs.stream().mapToLong(paragraph -> paragraph.text().length()).sum() / CHARACTERS_PER_PART);
    }

    /**
     * The parts that the group names, as far as the budget reaches.
     *
     * @param group null for none
     * @param hereArticle see {@link PinpointGroup#pinpoints}
     * @param hereClause see {@link PinpointGroup#pinpoints}
     */
    List<Pinpoint> parts(PinpointGroup group, String hereArticle, String hereClause) {
        if (group == null) {
            return List.of();
        }
        List<Pinpoint> parts = group.pinpoints(hereArticle, hereClause, (int) Math.min(left, MOST_OF_ONE_GROUP));
        left -= parts.size();
        return parts;
    }

    /** The parts of the document that is named at an offset, as far as the budget reaches. */
    Parts parts(String text, PinpointReader pinpoints, int offset) {
        PinpointGroup group = pinpoints.groupBefore(offset);
        List<Pinpoint> articles = parts(group, null, null);
        // "khoản 2" alone names nothing in a document that has Điều.
        Optional<NamedDivisions.Found> divisions = (articles.isEmpty() ? NamedDivisions.before(text, 0, offset)
                : NamedDivisions.beside(text, group.start())).filter(NamedDivisions.Found::divisions);
        if (articles.isEmpty() && divisions.isPresent()) {
            articles = parts(pinpoints.groupBeside(divisions.get().start()), null, null);
        }
        List<EId> eIds = divisions.map(NamedDivisions.Found::eIds).orElse(List.of());
        List<EId> within = eIds.subList(0, (int) Math.min(left, eIds.size()));
        left -= within.size();
        return new Parts(articles, within);
    }
}
