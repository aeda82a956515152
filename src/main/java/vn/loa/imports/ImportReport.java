package vn.loa.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.read.ArticleView;
import vn.loa.directive.PinpointView;
import vn.loa.text.citation.SelfReference;
import vn.loa.text.structure.Warning;

/** The result of an import or of a dry run, in JSON. */
@Schema(name = "ImportReport", description = "What was read from a page.")
record ImportReport(
        @Schema(description = "The article as it would be read with `include=sections,citations`.", required = true)
        ArticleView article,
        @Schema(description = "What else was found on the page.", required = true)
        FoundOnPage found,
        @Schema(description = "What could not be understood and was kept as it stood.", required = true)
        List<Notice> warnings) {

    /** Values of the page beside the article itself. */
    @Schema(name = "FoundOnPage", description = "What the page says beside the article itself; null where it does not.")
    public record FoundOnPage(
            @Schema(description = "The portal's name.", nullable = true, required = true)
            String site,
            @Schema(description = "The page's publication stamp.", nullable = true, required = true)
            Instant publishedAt,
            @Schema(description = "How often the page was read.", examples = "305", nullable = true, required = true)
            Long views,
            @Schema(description = "The site's counters.", nullable = true, required = true)
            Counters visitors,
            @Schema(description = "Where the directive speaks of itself (“Chỉ thị này”) or of a part of itself (“khoản 2 Điều này”).", required = true)
            List<Self> selfReferences) {
    }

    /** The site's visitor counters on the page. */
    @Schema(name = "CountersOnPage", description = "The site's counters when the page was saved; null where one is missing.")
    public record Counters(
            @Schema(examples = "7", nullable = true, required = true) Long online,
            @Schema(examples = "2898", nullable = true, required = true) Long today,
            @Schema(examples = "1312208", nullable = true, required = true) Long total) {

        static Counters of(PageCounters counters) {
            boolean none = counters.online() == null && counters.today() == null && counters.total() == null;
            return none ? null : new Counters(counters.online(), counters.today(), counters.total());
        }
    }

    /** A place where the directive refers to itself. */
    @Schema(name = "SelfReference", description = "A place where the directive speaks of itself.")
    public record Self(
            @Schema(examples = "sec_5__p_1", required = true) String paragraphEId,
            @Schema(description = "UTF-16 code units into the paragraph's text.", required = true) int start,
            @Schema(description = "Exclusive.", required = true) int end,
            @Schema(examples = "Chỉ thị này", required = true) String raw,
            @Schema(description = "The parts of itself that are meant; absent where it means the whole.")
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PinpointView> pinpoints) {

        static Self of(SelfReference reference) {
            return new Self(reference.paragraphEId().value(), reference.start(), reference.end(), reference.raw(),
                    reference.pinpoints().stream().map(PinpointView::of).toList());
        }
    }

    /** A warning that a person should check. */
    @Schema(name = "ImportWarning", description = "Something that a person should look at.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Notice(
            @Schema(description = "What kind of warning.", examples = "no-publication-date", required = true)
            String code,
            @Schema(description = "The same for people.", required = true)
            String message,
            @Schema(description = "The words it is about.")
            String near,
            @Schema(description = "The address of the paragraph or section it is about.", examples = "art_5__p_1")
            String eId,
            @Schema(description = "The article it is about.")
            UUID articleId) {

        static Notice of(Warning warning) {
            return new Notice(warning.code(), warning.message(), warning.near(),
                    warning.at() == null ? null : warning.at().value(), null);
        }
    }
}
