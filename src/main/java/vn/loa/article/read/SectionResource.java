package vn.loa.article.read;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TocEntry;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.Cursor;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.MeasuredPages;
import vn.loa.listing.Page;
import vn.loa.listing.SparseResponses;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.text.structure.EId;

/** The sections of the directive that a published article carries. An article without a directive has no sections. */
@Path(ApiPaths.ARTICLES + "/{article}")
@PublicAnswer
public class SectionResource {

    /** A directive's sections as a tree. */
    public record TableOfContents(List<TocEntry> entries) {
    }

    private static final NamedSql NO_CONDITION = NamedSql.of("");
    private static final SectionList LIST = new SectionList();
    /** In bytes. Below this size all sections together are no large response, so their sizes are not read. */
    static final long NOT_MEASURED_BELOW = 256 << 10;

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final SparseResponses responses;
    private final Site site;
    private final MeasuredPages measuredPages;
    private final long measured;
    private final AnswerBudget budget;
    private final Forces forces;
    private final LegalDay day;

    SectionResource(PublicArticles articles, RevisionTextRepository revisionTexts,
            SparseResponses responses, Site site, AnswerLimit answerLimit, MeasuredPages measuredPages,
            AnswerBudget budget, Forces forces, LegalDay day) {
        this.forces = forces;
        this.day = day;
        this.measuredPages = measuredPages;
        this.measured = Math.min(NOT_MEASURED_BELOW, answerLimit.bytes());
        this.budget = budget;
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.responses = responses;
        this.site = site;
    }

    @GET
    @Path("/sections")
    @ListOf(SectionList.class)
    public RestResponse<Page<SectionView>> list(
            @PathParam("article") ArticleAddress address,
            @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn,
            UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        PublicArticle article = articles.get(address, at, inForceOn);
        int revision = query.page().revision().orElse(article.view().revision());
        if (revision != article.view().revision()) {
            article = articles.find(address, revision).orElseThrow(Cursor::invalid);
        }
        LocalDate shownOn = day.of(inForceOn);
        NamedSql inForce = inForceOn == null ? NO_CONDITION : forces.sections(article.id(), shownOn).inForce("s.eid");
        int limit = fitting(article, query, inForce);
        RevisionTextRepository.SectionPage page = revisionTexts.page(article.revisionId(), query, inForce, limit);
        List<RevisionTextRepository.PositionedSection> shown = page.sections().stream().limit(limit).toList();
        Cursor next = shown.size() == page.sections().size() ? null
                : query.cursorAfter(column -> value(shown.get(shown.size() - 1), column), revision);
        List<SectionView> items = withForces(article.id(), shownOn,
                shown.stream().map(RevisionTextRepository.PositionedSection::section).toList());
        return responses.page(query.page(items, page.total(), next), query);
    }

    private List<SectionView> withForces(UUID article, LocalDate shownOn, List<SectionView> sections) {
        if (sections.isEmpty()) {
            return sections;
        }
        SectionForces found = forces.sections(article, sections.stream().map(SectionView::eId).toList(), shownOn);
        return sections.stream().map(section -> section.with(found.of(section.eId()))).toList();
    }

    /** How many of the page's sections fit into one response. Sections of a short text are not measured. */
    private int fitting(PublicArticle article, ListQuery query, NamedSql also) {
        if (article.sectionBytes() <= measured) {
            budget.reserve(article.sectionBytes() + query.limit() * article.mostForceBytes());
            return query.limit();
        }
        return measuredPages.fitting(query.page(), size -> revisionTexts.bytes(article.revisionId(), query, also, size).stream()
                .map(bytes -> bytes + article.mostForceBytes()).toList());
    }

    private static Object value(RevisionTextRepository.PositionedSection last, String column) {
        return column.equals("sort_level") ? last.section().level() : last.position();
    }

    @GET
    @Path("/sections/{eId}")
    public RestResponse<Object> get(
            @PathParam("article") ArticleAddress address,
            @PathParam("eId") String eId,
            @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn,
            @Context RoutingContext request) {
        return Renderings.redirect(request).orElseGet(() -> {
            PublicArticle article = articles.get(address, at, inForceOn);
            String section = EId.parse(eId).map(EId::value).orElseThrow(SectionResource::noSuchSection);
            if (article.sectionBytes() > measured) {
                budget.reserve(revisionTexts.bytes(article.id(), article.revisionId(), section) + article.mostForceBytes());
            }
            return Renderings.data(revisionTexts.section(article.id(), article.revisionId(), section)
                    .orElseThrow(SectionResource::noSuchSection).with(forces.section(article.id(), section, day.of(inForceOn))));
        });
    }

    static ProblemException noSuchSection() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.").asException();
    }

    @GET
    @Path("/toc")
    public TableOfContents tableOfContents(
            @PathParam("article") ArticleAddress address,
            @QueryParam("at") String at) {
        PublicArticle article = articles.get(address, at);
        // The excerpt of each section is taken from its text, so the texts are read.
        budget.reserve(article.size().sections());
        return new TableOfContents(revisionTexts.tableOfContents(article.revisionId()));
    }
}
