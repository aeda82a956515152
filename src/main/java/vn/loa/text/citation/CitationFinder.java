package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.List;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.Table;

/** Finds the citations of other documents in paragraphs, and the places where a document refers to itself. */
public final class CitationFinder {
    /** Several times the number in the longest codes of law. */
    public static final int MOST = 20_000;
    private static final int MOST_OF_SHORT_TEXT = 2_000;
    /** Gazette texts have one citation in 130 characters; a bare list of document numbers has one in 16. */
    private static final int CHARACTERS_PER_CITATION = 32;

    private CitationFinder() {}

    /**
     * The most citations that these paragraphs may have, in proportion to their length, because a citation takes many
     * times the memory of its text.
     */
    public static int most(List<Paragraph> paragraphs) {
        long length = paragraphs.stream().mapToLong(paragraph -> paragraph.text().length()).sum();
        return (int) Math.min(MOST, MOST_OF_SHORT_TEXT + length / CHARACTERS_PER_CITATION);
    }

    /**
     * The citations in the paragraphs, in order. A document is cited by number ("Nghị quyết số 05-NQ/TU, ngày … của …
     * về …"), a law by its name with a date or year or behind the part of it that is meant ("khoản 2 Điều 57 Luật Tố
     * cáo"), a resolution of a congress by the congress's ordinal. A number without a type word counts only when the
     * number is unmistakable. The first citation with the subject's number has the role SUBJECT and takes missing values
     * from the subject. Further citations with that number are references.
     * Of more than {@link #most} citations those behind the first {@code most + 1} are not read.
     *
     * @param subject the document that the article itself carries, or null
     */
    public static List<Citation> citations(List<Paragraph> paragraphs, Subject subject) {
        List<Citation> citations = new ArrayList<>();
        PinpointBudget budget = PinpointBudget.of(paragraphs);
        int most = most(paragraphs) + 1;
        boolean subjectSeen = subject == null || subject.number() == null;
        LawNames laws = new LawNames();
        for (Paragraph paragraph : paragraphs) {
            if (citations.size() >= most) {
                break;
            }
            for (Table.Cell part : parts(paragraph)) {
                PinpointReader pinpoints = PinpointReader.of(part.text());
                for (Mention mention : CitationReader.read(part.text(), most - citations.size(), laws,
                        offset -> pinpoints.groupBefore(offset) != null)) {
                    boolean isSubject = !subjectSeen && subject.number().equals(mention.number());
                    subjectSeen |= isSubject;
                    citations.add(citation(paragraph, part.start(), mention, isSubject ? subject : null,
                            budget.parts(part.text(), pinpoints, mention.start())));
                }
            }
        }
        return List.copyOf(citations);
    }

    /** The cells of a table, because no citation reaches from one into another; else the whole paragraph. */
    private static List<Table.Cell> parts(Paragraph paragraph) {
        return paragraph.table() == null ? List.of(new Table.Cell(paragraph.text(), 0, false, 1, 1))
                : paragraph.table().rows().stream().flatMap(List::stream).filter(cell -> !cell.text().isEmpty()).toList();
    }

    /**
     * The same citations with their roles set again. The first citation with the subject's number becomes the subject.
     *
     * @param subject the document that the article itself carries, or null
     */
    public static List<Citation> withRoles(List<Citation> citations, Subject subject) {
        List<Citation> result = new ArrayList<>();
        boolean subjectSeen = subject == null || subject.number() == null;
        for (Citation citation : citations) {
            boolean isSubject = !subjectSeen && subject.number().equals(citation.number());
            subjectSeen |= isSubject;
            result.add(citation.withRole(isSubject ? Citation.Role.SUBJECT
                    : citation.number() == null ? Citation.Role.UNNUMBERED : Citation.Role.REFERENCE));
        }
        return result;
    }

    /**
     * The places where the paragraphs refer to their own document or to a part of it. A reference is the type word with
     * "này", the capitalised type word that no number or name follows, or a part with "này" ("khoản 2 Điều này").
     *
     * @param type the carried document's type ("Chỉ thị"); null finds nothing
     */
    public static List<SelfReference> selfReferences(List<Paragraph> paragraphs, String type) {
        return type == null || type.isBlank() ? List.of() : SelfReferenceFinder.find(paragraphs, type);
    }

    private static Citation citation(Paragraph paragraph, int offset, Mention mention, Subject subject,
            PinpointBudget.Parts parts) {
        Citation.Role role = subject != null ? Citation.Role.SUBJECT
                : mention.number() == null ? Citation.Role.UNNUMBERED : Citation.Role.REFERENCE;
        boolean known = subject != null;
        int start = offset + mention.start();
        int end = offset + mention.end();
        return new Citation(paragraph.eId(), start, end, paragraph.text().substring(start, end), role,
                known && mention.type() == null ? subject.type() : mention.type(), mention.number(),
                known && mention.issuedOn() == null ? subject.issuedOn() : mention.issuedOn(),
                known && mention.issuer() == null ? subject.issuer() : mention.issuer(),
                known && mention.title() == null ? subject.title() : mention.title(), parts.pinpoints(), parts.divisions());
    }
}
