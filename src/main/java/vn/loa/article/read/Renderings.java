package vn.loa.article.read;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.directive.CitationView;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceReasons;
import vn.loa.directive.rendering.ForceNotices;
import vn.loa.directive.rendering.Rendering;
import vn.loa.directive.rendering.RevisionText;
import vn.loa.http.Accept;
import vn.loa.http.CacheTagged;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Responds with a directive, or a part of it, in each of its forms. */
@ApplicationScoped
class Renderings {

    private final Site site;
    private final CitationPages pages;
    private final ForceReasons reasons;

    Renderings(Site site, CitationPages pages, ForceReasons reasons) {
        this.reasons = reasons;
        this.site = site;
        this.pages = pages;
    }

    /**
     * The redirect to the address of the form that the client prefers; empty when it prefers JSON, or has no preference.
     *
     * @throws ProblemException 406 when no form is acceptable
     */
    static Optional<RestResponse<Object>> redirect(RoutingContext request) {
        Rendering form = Rendering.ofMediaType(Accept.choose(request.request().getHeader(HttpHeaders.ACCEPT), Rendering.mediaTypes())
                .orElseThrow(Renderings::notAcceptable));
        if (form == Rendering.JSON) {
            return Optional.empty();
        }
        String query = request.request().query();
        return Optional.of(RestResponse.ResponseBuilder.create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, request.normalizedPath() + "/" + form.word() + (query == null ? "" : "?" + query))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build());
    }

    private static ProblemException notAcceptable() {
        return Problem.of(ProblemType.NOT_ACCEPTABLE, "This is here as " + String.join(", ", Rendering.mediaTypes()) + ".")
                .asException().withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /**
     * The directive with who did what its statuses say, in one statement, none without reasons.
     *
     * @param inForceOn the day of the statuses; null for today
     * @param body null for a part of the directive
     * @param sections with their statuses
     */
    RevisionText document(ArticleView article, LocalDate inForceOn, String body, List<CitationView> bodyCitations,
            List<SectionView> sections) {
        // The first revision was published when the article was, possibly on another system and long ago.
        Instant published = article.revision() == 1 ? article.firstPublishedAt() : article.revisionPublishedAt();
        RevisionText.WithdrawalNotice withdrawal = article.withdrawal() == null ? null : new RevisionText.WithdrawalNotice(
                day(article.withdrawal().withdrawnAt()), article.withdrawal().explanation());
        return new RevisionText(article.id(), article.revision(), day(published), withdrawal, notices(article, inForceOn, sections),
                article.language(), article.directive(), body, bodyCitations, sections, pages::of);
    }

    private ForceNotices notices(ArticleView article, LocalDate inForceOn, List<SectionView> sections) {
        if (article.force() == null) {
            return null;
        }
        List<UUID> events = Stream.concat(Stream.of(article.force()), sections.stream().map(SectionView::force))
                .filter(Objects::nonNull).flatMap(force -> force.effects().stream()).toList();
        return new ForceNotices(article.force(), inForceOn, reasons.of(events));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(site.zone()).toLocalDate();
    }

    /** The data at an address that leads to the other forms. */
    static RestResponse<Object> data(Object view) {
        return RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    static RestResponse<String> rendered(Rendering form, RevisionText document) {
        return RestResponse.ResponseBuilder.ok(form.render(document))
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType() + ";charset=UTF-8")
                .header(CacheTagged.HEADER, String.join(" ", document.cacheTags())).build();
    }
}
