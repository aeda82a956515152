package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.listing.SparseResponses;
import vn.loa.sql.NamedSql;

/** The tags of public articles. */
@Path(ApiPaths.V1 + "/tags")
@PublicAnswer
public class TagResource {

    private static final NamedSql COLUMNS = NamedSql.of("t.tag, t.articles");
    private static final TagList LIST = new TagList();
    /** Tags that differ in case or accents alone are one, shown as most articles have it. */
    private static final String TAGS = """
            (select counted.folded, counted.articles, spelled.tag
             from (select value as folded, sum(change)::bigint as articles from public_count where field = 'articles.tag'
                   group by value having sum(change) > 0) counted
             join (select distinct on (1) split_part(value, E'\\n', 1) as folded, split_part(value, E'\\n', 2) as tag
                   from public_count where field = 'tags' group by value having sum(change) > 0
                   order by 1, sum(change) desc, 2) spelled using (folded)) t""";

    private final PageReader pages;
    private final SparseResponses responses;
    private final Site site;

    TagResource(PageReader pages, SparseResponses responses, Site site) {
        this.pages = pages;
        this.responses = responses;
        this.site = site;
    }

    @GET
    @ListOf(TagList.class)
    public RestResponse<Page<TagView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        return responses.page(pages.page(query, COLUMNS, TAGS, Set.of(), "true",
                row -> new TagView(row.text("tag"), row.get("articles", Long.class))), query);
    }
}
