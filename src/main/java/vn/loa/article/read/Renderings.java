package vn.loa.article.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.directive.CitationView;
import vn.loa.directive.SectionView;
import vn.loa.directive.rendering.Rendering;
import vn.loa.directive.rendering.RevisionText;
import vn.loa.http.Accept;
import vn.loa.http.CacheTagged;
import vn.loa.problem.Problem;

/** Responds with a directive, or a part of it, in the format that the client wants. */
@ApplicationScoped
class Renderings {

    static final String FORMAT = "The form, whatever `Accept` says.";
    static final String FORMS = " In the form that `format` or `Accept` names: JSON for programs; HTML, plain text or "
            + "Markdown for readers; Akoma Ntoso 1.0, the standard for legal documents, for other systems.";

    /**
     * The chosen format.
     *
     * @param negotiated whether the choice was made by {@code Accept}
     */
    record FormatChoice(Rendering format, boolean negotiated) {

        boolean isJson() {
            return format == Rendering.JSON;
        }
    }

    private final Site site;

    Renderings(Site site) {
        this.site = site;
    }

    /**
     * @param format the query parameter; null when it is missing
     * @throws ProblemException 400 when the format is unknown, 406 when no format is acceptable
     */
    static FormatChoice choose(String format, HttpHeaders request) {
        if (format != null) {
            return new FormatChoice(Rendering.ofName(format).orElseThrow(() -> Problem.invalidParameter("format",
                    "unknown-value", "must be one of " + Rendering.names()).asException()), false);
        }
        return new FormatChoice(Rendering.ofMediaType(Accept.choose(request, Rendering.mediaTypes())), true);
    }

    /** @param body null for a part of the directive */
    RevisionText document(ArticleView article, String body, List<CitationView> bodyCitations, List<SectionView> sections) {
        // The first revision was published when the article was, possibly on another system and long ago.
        Instant published = article.revision() == 1 ? article.firstPublishedAt() : article.revisionPublishedAt();
        RevisionText.WithdrawalNotice withdrawal = article.withdrawal() == null ? null : new RevisionText.WithdrawalNotice(
                day(article.withdrawal().withdrawnAt()), article.withdrawal().explanation());
        return new RevisionText(article.id(), article.revision(), day(published), withdrawal, article.language(),
                article.directive(), body, bodyCitations, sections);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(site.zone()).toLocalDate();
    }

    static RestResponse<Object> respond(FormatChoice choice, Supplier<?> data, Supplier<RevisionText> document) {
        RestResponse.ResponseBuilder<Object> builder = choice.isJson() ? RestResponse.ResponseBuilder.ok(data.get())
                : rendered(choice.format, document.get());
        builder.header(HttpHeaders.CONTENT_TYPE, choice.format.mediaType() + ";charset=UTF-8");
        return (choice.negotiated ? builder.header(HttpHeaders.VARY, HttpHeaders.ACCEPT) : builder).build();
    }

    private static RestResponse.ResponseBuilder<Object> rendered(Rendering format, RevisionText document) {
        return RestResponse.ResponseBuilder.<Object>ok(format.render(document))
                .header(CacheTagged.HEADER, String.join(" ", document.cacheTags()));
    }
}
