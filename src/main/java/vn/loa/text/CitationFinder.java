package vn.loa.text;

import java.util.ArrayList;
import java.util.List;

/** Finds where paragraphs name other documents, and where a document speaks of itself. */
public final class CitationFinder {
    private CitationFinder() {}

    /**
     * The documents that the paragraphs name, in order: by number ("Nghị quyết số 05-NQ/TU, ngày … của … về …"), laws
     * by name with a date or year, what a congress adopted by its ordinal. A number without a type word counts only
     * when it can be nothing else. The first mention of the subject's number is the subject, completed with what is
     * known of it; further ones are references.
     *
     * @param subject the document that the article itself carries, or null
     */
    public static List<Citation> citations(List<Paragraph> paragraphs, Subject subject) {
        List<Citation> citations = new ArrayList<>();
        boolean subjectSeen = subject == null || subject.number() == null;
        for (Paragraph paragraph : paragraphs) {
            PinpointReader pinpoints = PinpointReader.of(paragraph.text());
            for (Mention mention : MentionReader.read(paragraph.text())) {
                boolean isSubject = !subjectSeen && subject.number().equals(mention.number());
                subjectSeen |= isSubject;
                citations.add(citation(paragraph, mention, isSubject ? subject : null,
                        pinpoints.before(mention.start())));
            }
        }
        return List.copyOf(citations);
    }

    /**
     * The same citations with the roles that their order and the subject give them: the first one of the subject's
     * number is the subject.
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
     * The places where the paragraphs speak of the document they belong to: the type word with "này", or as a name by
     * itself, capitalised and not followed by what would name another document; and of its own parts ("khoản 2 Điều
     * này").
     *
     * @param type the carried document's type ("Chỉ thị"); null finds nothing
     */
    public static List<SelfReference> selfReferences(List<Paragraph> paragraphs, String type) {
        return type == null || type.isBlank() ? List.of() : SelfReferenceFinder.find(paragraphs, type);
    }

    private static Citation citation(Paragraph paragraph, Mention mention, Subject subject,
            List<Pinpoint> pinpoints) {
        Citation.Role role = subject != null ? Citation.Role.SUBJECT
                : mention.number() == null ? Citation.Role.UNNUMBERED : Citation.Role.REFERENCE;
        boolean known = subject != null;
        return new Citation(paragraph.eId(), mention.start(), mention.end(),
                paragraph.text().substring(mention.start(), mention.end()), role,
                known && mention.type() == null ? subject.type() : mention.type(), mention.number(),
                known && mention.issuedOn() == null ? subject.issuedOn() : mention.issuedOn(),
                known && mention.issuer() == null ? subject.issuer() : mention.issuer(),
                known && mention.title() == null ? subject.title() : mention.title(), pinpoints);
    }
}
