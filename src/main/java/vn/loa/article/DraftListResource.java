package vn.loa.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.web.Api;
import vn.loa.web.Cursor;
import vn.loa.web.Page;
import vn.loa.web.PageRequest;
import vn.loa.web.Problem;
import vn.loa.web.Roles;

/** What editors are working on. */
@Path(Api.V1 + "/drafts")
@Tag(name = "drafts")
@RolesAllowed(Roles.EDITOR)
@Transactional
public class DraftListResource {

    private final ArticleRepository articles;
    private final ScheduleRepository schedules;

    DraftListResource(ArticleRepository articles, ScheduleRepository schedules) {
        this.articles = articles;
        this.schedules = schedules;
    }

    @GET
    @Operation(operationId = "listDrafts", summary = "Working copies, the latest saved first",
            description = "Without bodies and sections. Page by number or by `cursor`.")
    @APIResponse(responseCode = "200", description = "A page of drafts.")
    public RestResponse<Page<DraftView>> list(
            @Parameter(description = "Only articles in these states, separated by commas.", example = "draft,scheduled")
            @QueryParam("state") String state,
            @BeanParam PageRequest paging,
            @Parameter(description = "Continue after the place where `page.nextCursor` was given. Not with `page`.")
            @QueryParam("cursor") String cursor,
            UriInfo uri) {
        if (cursor != null && paging.page() != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used together with 'page'").asException();
        }
        Set<State> states = states(state);
        List<Revision> found = cursor == null
                ? articles.workingCopies(states, paging.offset(), paging.limit() + 1)
                : articles.workingCopiesAfter(states, Cursor.parse(cursor, 2), paging.limit() + 1);
        List<Revision> shown = found.stream().limit(paging.limit()).toList();
        Set<?> scheduled = schedules.withPendingPublish(shown.stream().map(copy -> copy.article().id()).toList());
        List<DraftView> items = shown.stream()
                .map(copy -> new Draft(copy.article(), copy, scheduled.contains(copy.article().id())))
                .map(DraftView::ofList).toList();
        long total = articles.countWorkingCopies(states);
        Page<DraftView> page = cursor == null ? Page.of(items, total, paging) : Page.after(items, total, paging.limit());
        return page.continuing(found.size() > paging.limit(),
                last -> Cursor.of(last.article().updatedAt(), last.article().id())).answer(uri);
    }

    private static Set<State> states(String list) {
        if (list == null) {
            return EnumSet.allOf(State.class);
        }
        return Arrays.stream(list.split(",", -1))
                .map(word -> Arrays.stream(State.values()).filter(state -> state.word().equals(word)).findFirst()
                        .orElseThrow(() -> Problem.invalidParameter("state", "unknown-state", "may have: "
                                + Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", ")))
                                .asException()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    }
}
