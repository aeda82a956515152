package vn.loa.article.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Draft;
import vn.loa.article.Site;
import vn.loa.article.edit.Drafts;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.FilteredBy;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** What shall happen to articles at a time. */
@Path(ApiPaths.V1 + "/schedules")
@RolesAllowed(Roles.EDITOR)
@Transactional
public class ScheduleResource {

    private static final ScheduleFilters FILTERS = new ScheduleFilters();

    private final ScheduleRepository repository;
    private final Schedules schedules;
    private final Drafts drafts;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;
    private final Site site;
    private final Clock clock;
    private final SqlReader rows;

    ScheduleResource(ScheduleRepository repository, Schedules schedules, Drafts drafts, StrictJsonReader bodies,
            Idempotency idempotency, SecurityIdentity caller, Site site, Clock clock,
            SqlReader rows) {
        this.repository = repository;
        this.schedules = schedules;
        this.drafts = drafts;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.site = site;
        this.clock = clock;
        this.rows = rows;
    }

    @POST
    @RolesAllowed(Roles.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<ScheduleView> create(JsonNode body, HttpHeaders headers) {
        return idempotency.once(() -> {
            FieldErrors errors = new FieldErrors();
            ScheduleRequest request = bodies.read(body, ScheduleRequest.class, errors);
            if (request == null) {
                errors.throwIfAny();
            }
            ScheduleRequest.Plan plan = request.plan(site.zone(), clock.instant(), errors);
            Draft draft = lock(request.articleId(), headers);
            Schedule schedule = schedules.plan(draft, plan, caller.getPrincipal().getName());
            return RestResponse.ResponseBuilder.<ScheduleView>create(RestResponse.Status.CREATED)
                    .entity(ScheduleView.of(schedule))
                    .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/schedules/" + schedule.id()).build();
        });
    }

    private Draft lock(UUID article, HttpHeaders headers) {
        try {
            return drafts.lockForTransition(article, headers);
        } catch (ProblemException e) {
            if (e.problem().status() != ProblemType.NOT_FOUND.status()) {
                throw e;
            }
            FieldErrors errors = new FieldErrors();
            errors.add("/articleId", "not-found", "is no article");
            errors.throwIfAny();
            throw e;
        }
    }

    @GET
    @FilteredBy(ScheduleFilters.class)
    public RestResponse<Page<ScheduleView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        NamedSql filter = FILTERS.conditions(uri, site.zone());
        PageQuery query = paging.of(uri, ScheduleRepository.LATEST_FIRST);
        rows.readOneMoment();
        return query.page(repository.latest(filter, query).stream().map(ScheduleView::of).toList(),
                () -> repository.count(filter), schedule -> List.of(schedule.at(), schedule.id())).answer(uri);
    }

    @GET
    @Path("/{id}")
    public ScheduleView get(
            @PathParam("id") UUID id) {
        return ScheduleView.of(find(id));
    }

    @DELETE
    @RolesAllowed(Roles.PUBLISHER)
    @Path("/{id}")
    public void cancel(
            @PathParam("id") UUID id,
            HttpHeaders headers) {
        UUID article = repository.articleOf(id);
        if (article == null) {
            throw notFound();
        }
        Draft draft = drafts.lockForTransition(article, headers);
        schedules.cancel(draft, find(id));
    }

    private Schedule find(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(ScheduleResource::notFound);
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no schedule of this id.").asException();
    }
}
