package vn.loa.text.citation;

import java.util.List;
import java.util.Optional;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Subject;

/** Finds the document that an article carries in the words of the article. */
public final class SubjectFinder {

    private static final int LEAD = 10;
    private static final int FIRST = 2;

    private SubjectFinder() {
    }

    /**
     * The document that an article's lead announces: the first document in the first {@value #LEAD} paragraphs with
     * words of issue before it ("Ngày …, {issuer} ban hành {Type} số {number} về {title}"; also đã, vừa, ký, thông
     * qua). A document at the very start of the first {@value #FIRST} paragraphs counts as well if the text gives its
     * issuer, title or date.
     */
    public static Optional<Subject> find(List<String> leadParagraphs) {
        for (int i = 0; i < Math.min(LEAD, leadParagraphs.size()); i++) {
            for (Mention mention : CitationReader.read(VietnameseText.oneLine(leadParagraphs.get(i)))) {
                boolean opens = i < FIRST && mention.start() == 0 && mention.type() != null
                        && (mention.issuer() != null || mention.title() != null || mention.issuedOn() != null);
                if (mention.number() != null && (mention.announced() || opens)) {
                    return Optional.of(new Subject(mention.type(), mention.number(), mention.issuer(),
                            mention.issuedOn(), mention.title()));
                }
            }
        }
        return Optional.empty();
    }
}
