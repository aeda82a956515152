package vn.loa.effect.consolidate;

import java.util.List;
import java.util.stream.Stream;
import vn.loa.article.ArticleContent;
import vn.loa.article.edit.ContentRequest;
import vn.loa.directive.BodyParts;
import vn.loa.directive.Directive;
import vn.loa.directive.edit.SectionInput;
import vn.loa.html.BodyHtml;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/**
 * A proposal as the content of an article. Its document is no document that others name: it has no number, and its type says
 * what it is. The signatures of the base are left out: nobody has signed a proposal.
 */
final class ProposalArticle {

    private static final String TYPE = "Đề xuất hợp nhất";
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SUMMARY = 2_000;

    private ProposalArticle() {
    }

    /** @throws ProblemException 409 when it is larger than what editors may save */
    static ArticleContent of(ProposedText text) {
        List<Section> sections = ChangeNotes.in(text.proposal());
        Subject subject = new Subject(TYPE, null, null, null, VietnameseText.excerpt(name(text), LONGEST_SUMMARY));
        BodyHtml body = body(text);
        List<Paragraph> paragraphs = Stream.concat(body.paragraphs().stream(),
                sections.stream().flatMap(section -> section.citable().stream())).toList();
        List<Citation> citations = CitationFinder.citations(paragraphs, subject);
        requireSavable(body, sections, citations.size() <= CitationFinder.most(paragraphs));
        return new ArticleContent(null, text.base().language(),
                VietnameseText.excerpt("Đề xuất hợp nhất (không phải văn bản chính thức): " + name(text), LONGEST_TITLE),
                VietnameseText.excerpt(summary(text), LONGEST_SUMMARY), null, body.html(), List.of(), List.of(), null, null,
                Directive.of(subject), sections, citations);
    }

    private static String name(ProposedText text) {
        String title = text.document().title();
        String document = ChangeNotes.document(text.document());
        return title == null || text.document().number() == null ? document : document + " " + title;
    }

    private static String summary(ProposedText text) {
        String amending = String.join("; ", text.amending().stream().map(each -> ChangeNotes.document(each.subject())).toList());
        return "Đề xuất do máy lập từ các văn bản đã đăng, không phải văn bản hợp nhất chính thức và chưa được ai kiểm tra. Nội dung của "
                + ChangeNotes.document(text.document()) + " vào ngày " + ChangeNotes.day(text.proposal().on()) + ": "
                + text.proposal().changes().size() + " thay đổi đã đưa vào, " + text.proposal().notApplied().size()
                + " chỉ dẫn chưa đưa vào." + (amending.isEmpty() ? "" : " Văn bản sửa đổi: " + amending + ".");
    }

    /** The text before the base's sections, below a notice. */
    private static BodyHtml body(ProposedText text) {
        String notice = "<p>Đề xuất hợp nhất, không phải văn bản chính thức.</p>";
        return BodyHtml.of(notice + BodyParts.of(text.base().body()).before(), "preamble");
    }

    private static void requireSavable(BodyHtml body, List<Section> sections, boolean fewCitations) {
        boolean fits = fewCitations && body.html().length() <= ContentRequest.LONGEST_BODY && sections.size() <= ContentRequest.MOST_SECTIONS
                && sections.stream().allMatch(ProposalArticle::isSavable);
        if (!fits) {
            throw Problem.of(ProblemType.CONFLICT, "The proposed text is larger than an article that editors can save.").asException();
        }
    }

    private static boolean isSavable(Section section) {
        return (section.heading() == null || section.heading().length() <= SectionInput.LONGEST_HEADING)
                && section.marker().length() <= SectionInput.LONGEST_MARKER && section.number().length() <= SectionInput.LONGEST_NUMBER
                && section.notes().size() <= SectionInput.MOST_NOTES && section.paragraphs().size() <= SectionInput.MOST_PARAGRAPHS
                && section.ownAndNotes().stream().allMatch(paragraph -> paragraph.text().length() <= SectionInput.LONGEST_PARAGRAPH);
    }
}
