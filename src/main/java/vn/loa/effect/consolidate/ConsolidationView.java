package vn.loa.effect.consolidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.Directive;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.text.consolidate.AppliedChange;
import vn.loa.text.consolidate.Difference;
import vn.loa.text.consolidate.Instruction;
import vn.loa.text.consolidate.NotApplied;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;

/** A proposal in JSON. */
record ConsolidationView(
        LocalDate inForceOn,
        boolean official,
        String notice,
        DirectiveView document,
        List<Change> changes,
        List<LeftAlone> notApplied,
        Comparison comparedWith,
        List<ProposedSection> sections) {

    private static final String NOTICE = "This is a proposal made by a program from the published texts. It is no official text, "
            + "and nobody has checked it. What the instructions in notApplied ask for is not in it.";

    static ConsolidationView of(ProposedText text) {
        Comparison comparison = text.official() == null ? null : new Comparison(text.official().article(),
                text.official().directive(), text.differences().stream().map(Differing::of).toList());
        return new ConsolidationView(text.proposal().on(), false, NOTICE, Directive.of(text.document()).view(),
                text.proposal().changes().stream().map(change -> Change.of(text, change)).toList(),
                text.proposal().notApplied().stream().map(each -> LeftAlone.of(text, each)).toList(), comparison,
                text.proposal().sections().stream().map(ProposedSection::of).toList());
    }

    private static String value(EId eId) {
        return eId == null ? null : eId.value();
    }

    /** An instruction of an amending text. */
    public record Said(
            String kind,
            String eId,
            String named,
            LocalDate since,
            DirectiveView document,
            List<String> provisions,
            UUID articleId,
            String words) {

        static Said of(ProposedText text, Instruction instruction) {
            UUID article = text.articles().get(instruction.text());
            return new Said(instruction.event() == null ? null : instruction.event().kind().wireName(), value(instruction.target()),
                    instruction.event() == null ? null : instruction.event().target().named(), instruction.from(),
                    Directive.of(instruction.by()).view(), instruction.provisions().stream().map(EId::value).toList(),
                    article.equals(text.base().id()) ? null : article, instruction.words());
        }
    }

    /** An instruction that was applied. */
    public record Change(
            String eId,
            Said instruction,
            String before,
            String after) {

        static Change of(ProposedText text, AppliedChange change) {
            return new Change(value(change.at()), Said.of(text, change.instruction()), change.before(), change.after());
        }
    }

    /** An instruction that was left alone. */
    public record LeftAlone(
            String reason,
            String detail,
            Said instruction) {

        static LeftAlone of(ProposedText text, NotApplied each) {
            return new LeftAlone(each.reason().wireName(), each.reason().meaning(), Said.of(text, each.instruction()));
        }
    }

    /** The official consolidated text, and where the proposal differs from it. */
    public record Comparison(
            ArticleRef article,
            DirectiveView document,
            List<Differing> differences) {
    }

    /** Words that differ. */
    public record Differing(
            String eId,
            String cause,
            String proposed,
            String official) {

        static Differing of(Difference difference) {
            return new Differing(value(difference.at()), difference.cause().wireName(), difference.proposed(), difference.official());
        }
    }

    /** A section of the proposed text. */
    public record ProposedSection(
            String eId,
            String parentEId,
            int level,
            String kind,
            String number,
            String marker,
            String heading,
            List<ParagraphView> paragraphs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<NoteView> notes) {

        static ProposedSection of(Section section) {
            return new ProposedSection(value(section.eId()), value(section.parentEId()), section.level(), section.kind().wireName(),
                    section.number(), section.marker(), section.heading(),
                    section.paragraphs().stream().map(ParagraphView::of).toList(), section.notes().stream().map(NoteView::of).toList());
        }
    }
}
