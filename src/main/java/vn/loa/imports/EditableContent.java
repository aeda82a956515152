package vn.loa.imports;

import java.util.List;
import vn.loa.article.ArticleContent;
import vn.loa.article.edit.ContentRequest;
import vn.loa.directive.edit.SectionInput;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/**
 * Requires that imported content keeps the limits of edited content. Otherwise the editors could not save the draft,
 * whatever they change.
 */
final class EditableContent {

    private EditableContent() {
    }

    /** @throws ProblemException 422 naming the part that is too long */
    static void require(ArticleContent content) {
        requireAtMost(ContentRequest.LONGEST_BODY, content.body(), "The text outside the sections");
        List<Section> sections = content.sections();
        if (sections.size() > ContentRequest.MOST_SECTIONS) {
            throw tooComplex("The page has " + sections.size() + " sections; at most " + ContentRequest.MOST_SECTIONS
                    + " are read.");
        }
        for (Section section : sections) {
            requireAtMost(SectionInput.LONGEST_HEADING, section.heading(), "The heading of " + section.eId());
            requireAtMost(SectionInput.LONGEST_MARKER, section.marker(), "The number of " + section.eId());
            requireAtMost(SectionInput.LONGEST_NUMBER, section.number(), "The number of " + section.eId());
            for (Paragraph paragraph : section.ownAndNotes()) {
                requireAtMost(SectionInput.LONGEST_PARAGRAPH, paragraph.text(), "The paragraph " + paragraph.eId());
            }
        }
    }

    private static void requireAtMost(int characters, String text, String what) {
        if (text != null && text.length() > characters) {
            throw tooComplex(what + " has " + text.length() + " characters; at most " + characters + " are read.");
        }
    }

    private static ProblemException tooComplex(String detail) {
        return Problem.of(ProblemType.PAGE_TOO_COMPLEX, detail).asException();
    }
}
