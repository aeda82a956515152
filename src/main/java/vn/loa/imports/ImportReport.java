package vn.loa.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.loa.article.read.ArticleView;
import vn.loa.directive.PinpointView;
import vn.loa.text.citation.SelfReference;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Warning;

/** The result of an import or of a dry run, in JSON. */
record ImportReport(
        ArticleView article,
        FoundOnPage found,
        List<Notice> warnings) {

    /** Values of the page beside the article itself. */
    public record FoundOnPage(
            String site,
            Instant publishedAt,
            Long views,
            Counters visitors,
            String category,
            String picture,
            List<FoundFile> files,
            List<LeftOut> leftOut,
            List<Self> selfReferences) {
    }

    /** The site's visitor counters on the page. */
    public record Counters(
            Long online,
            Long today,
            Long total) {

        static Counters of(PageCounters counters) {
            boolean none = counters.online() == null && counters.today() == null && counters.total() == null;
            return none ? null : new Counters(counters.online(), counters.today(), counters.total());
        }
    }

    /** A place where the directive refers to itself. */
    public record Self(
            String paragraphEId,
            int start,
            int end,
            String raw,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PinpointView> pinpoints,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> divisions) {

        static Self of(SelfReference reference) {
            return new Self(reference.paragraphEId().value(), reference.start(), reference.end(), reference.raw(),
                    reference.pinpoints().stream().map(PinpointView::of).toList(),
                    reference.divisions().stream().map(EId::value).toList());
        }
    }

    /** A warning that a person should check. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Notice(
            String code,
            String message,
            String near,
            String eId,
            UUID articleId) {

        static Notice of(Warning warning) {
            return new Notice(warning.code(), warning.message(), warning.near(),
                    warning.at() == null ? null : warning.at().value(), null);
        }
    }
}
