package vn.loa.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The document that an article carries. Each part but one may be null, when nothing says it.
 *
 * @param type the type word ("Chỉ thị")
 * @param title what it is about, without a leading "về"
 */
public record Subject(String type, DocumentNumber number, String issuer, LocalDate issuedOn, String title) {
    private static final int LEAD = 10;
    private static final int FIRST = 2;

    public Subject {
        if (type == null && number == null && issuer == null && issuedOn == null && title == null) {
            throw new IllegalArgumentException("a subject of nothing");
        }
    }

    /**
     * The document that an article's lead announces: the first in the first {@value #LEAD} paragraphs that the words
     * before it say was issued ("Ngày …, {issuer} ban hành {Type} số {number} về {title}"; also đã, vừa, ký, thông
     * qua), or that one of the first {@value #FIRST} paragraphs begins with and says something of.
     */
    public static Optional<Subject> find(List<String> leadParagraphs) {
        for (int i = 0; i < Math.min(LEAD, leadParagraphs.size()); i++) {
            for (Mention mention : MentionReader.read(VietnameseText.oneLine(leadParagraphs.get(i)))) {
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
