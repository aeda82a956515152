package vn.loa.article;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.web.Answers;
import vn.loa.web.Api;
import vn.loa.web.ListQuery;
import vn.loa.web.Listing;
import vn.loa.web.Page;
import vn.loa.web.PublicAnswer;
import vn.loa.web.Rows;

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

    private final Rows rows;
    private final Answers answers;
    private final Site site;

    TagResource(Rows rows, Answers answers, Site site) {
        this.rows = rows;
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
        return answers.page(rows.page(query, "t.tag, t.articles", TAGS, Set.of(), "true",
                row -> new TagView(row.text("tag"), row.get("articles", Long.class))), query);
    }
}
