package vn.loa.article;

import jakarta.persistence.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.directive.ListRows;
import vn.loa.web.Answers;
import vn.loa.web.Api;
import vn.loa.web.ListQuery;
import vn.loa.web.Listing;
import vn.loa.web.Page;
import vn.loa.web.PublicAnswer;

/** The tags of public articles. */
@Path(Api.V1 + "/tags")
@Tag(name = "articles")
@PublicAnswer
public class TagResource {

    private static final TagList LIST = new TagList();
    private static final String TAGS = """
            (select each.tag, count(distinct a.id) as articles
             from article a join revision r on r.id = a.live_revision_id cross join unnest(r.tags) as each(tag)
             where a.state in ('published', 'withdrawn') group by each.tag) t""";
    private static final Map<String, Class<?>> COLUMNS = Map.of("tag", String.class, "articles", Long.class);

    private final ListRows lists;
    private final Answers answers;
    private final Site site;

    TagResource(ListRows lists, Answers answers, Site site) {
        this.lists = lists;
        this.answers = answers;
        this.site = site;
    }

    @GET
    @Listing(TagList.class)
    @Operation(operationId = "listTags", summary = "The tags of articles", description = "Those of articles that are "
            + "published or withdrawn, the most frequent first.")
    @APIResponse(responseCode = "200", description = "A page of tags.")
    public RestResponse<Page<TagView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        List<Tuple> rows = lists.rows(query.rows("t.tag, t.articles", TAGS, Set.of(), "true"), COLUMNS, query.sortColumns());
        List<Tuple> shown = query.shown(rows);
        return answers.page(query.page(
                shown.stream().map(row -> new TagView(row.get("tag", String.class), row.get("articles", Long.class))).toList(),
                query.counted() ? lists.count(query.count(TAGS, "true")) : null,
                shown.size() < rows.size() ? query.cursorAfter(shown.get(shown.size() - 1)::get) : null), query);
    }
}
