package vn.loa.effect.consolidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleAudit;
import vn.loa.article.ArticleContent;
import vn.loa.article.Draft;
import vn.loa.article.PublicationDates;
import vn.loa.article.Revision;
import vn.loa.article.edit.CreateArticle;
import vn.loa.article.edit.DraftView;
import vn.loa.article.edit.Drafts;
import vn.loa.article.read.LegalDay;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;

/** What an article's document may read on a day: a proposal for editors, and an article's draft made of it. */
@Path(ApiPaths.ARTICLES + "/{article}/consolidation")
@RolesAllowed(Roles.EDITOR)
public class ConsolidationResource {

    private final PublicArticles articles;
    private final Consolidations consolidations;
    private final CreateArticle createArticle;
    private final Drafts drafts;
    private final ArticleAudit audit;
    private final Idempotency idempotency;
    private final LegalDay days;

    ConsolidationResource(PublicArticles articles, Consolidations consolidations, CreateArticle createArticle, Drafts drafts,
            ArticleAudit audit, Idempotency idempotency, LegalDay days) {
        this.articles = articles;
        this.consolidations = consolidations;
        this.createArticle = createArticle;
        this.drafts = drafts;
        this.audit = audit;
        this.idempotency = idempotency;
        this.days = days;
    }

    @GET
    public ConsolidationView propose(
            @PathParam("article") ArticleAddress address,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return ConsolidationView.of(consolidations.propose(articles.get(address).id(), days.of(inForceOn)));
    }

    /** A draft, which is never published by itself. */
    @POST
    @MayBeMinimal
    public RestResponse<DraftView> store(
            @PathParam("article") ArticleAddress address,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return idempotency.<DraftView>recorded().orElseGet(() -> {
            UUID base = articles.idForChange(address);
            LocalDate day = days.of(inForceOn);
            ArticleContent content = ProposalArticle.of(consolidations.propose(base, day));
            drafts.reserve(content);
            return QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(base, day, content)));
        });
    }

    private RestResponse<DraftView> store(UUID base, LocalDate day, ArticleContent content) {
        Revision workingCopy = createArticle.create(content, PublicationDates.NONE);
        Draft draft = new Draft(workingCopy.article(), workingCopy, false);
        audit.record("article.consolidate", draft.article(), Map.of("base", base.toString(), "inForceOn", day.toString()));
        return drafts.answer(RestResponse.Status.CREATED, draft, null)
                .header(HttpHeaders.LOCATION, ApiPaths.ARTICLES + "/" + draft.article().id() + "/draft").build();
    }
}
