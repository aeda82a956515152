package vn.loa.visitor.read;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.Turns;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.problem.Problem;
import vn.loa.sql.ReadServers;
import vn.loa.visitor.read.MostReadRepository.ReadArticle;
import vn.loa.visitor.read.MostReadResource.MostReadView.MostReadArticle;

/** The articles with most views in the last days. Of all times: the list of articles with {@code sort=-views}. */
@Path(ApiPaths.V1 + "/most-read")
public class MostReadResource {

    private static final int DAYS = 7;
    private static final int MOST_DAYS = 366;
    /** A year of a large portal has millions of counts: read by all who ask at once, they would take every connection. */
    private static final int FEW_DAYS = 31;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The articles with most views in some days, as JSON. */
    public record MostReadView(
            List<MostReadArticle> items,
            Page.Position page,
            LocalDate firstDay,
            Instant asOf) {

        /** An article and its views. */
        public record MostReadArticle(
                ArticleView article,
                long views) {
        }
    }

    private final MostReadRepository mostRead;
    private final PublicArticles articles;
    private final Site site;
    private final Clock clock;
    private final ReadServers servers;
    private final Turns manyDays = new Turns(1, PATIENCE);

    MostReadResource(MostReadRepository mostRead, PublicArticles articles, Site site, Clock clock, ReadServers servers) {
        this.servers = servers;
        this.mostRead = mostRead;
        this.articles = articles;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @NoCache
    @RequestCost(5)
    public RestResponse<MostReadView> list(@QueryParam("days") Integer days, @BeanParam PageParameters paging, UriInfo uri) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw Problem.invalidParameter("days", "out-of-range", "must be between 1 and " + MOST_DAYS).asException();
        }
        PageQuery query = paging.of(uri, MostReadRepository.MOST_VIEWS_FIRST);
        int wanted = days == null ? DAYS : days;
        // Who waits has no connection, because each statement takes one for itself.
        return wanted <= FEW_DAYS ? read(wanted, query, uri)
                : manyDays.take("Others are reading the counts of many days.", () -> read(wanted, query, uri));
    }

    private RestResponse<MostReadView> read(int days, PageQuery query, UriInfo uri) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate firstDay = LocalDate.ofInstant(now, site.zone()).minusDays(days - 1L);
        servers.allowReplicaWithoutPrimary();
        Page<ReadArticle> page = mostRead.page(firstDay, query);
        Map<UUID, Long> views = page.items().stream().collect(Collectors.toMap(ReadArticle::id, ReadArticle::views, (a, b) -> a,
                LinkedHashMap::new));
        List<MostReadArticle> items = articles.inOrder(views.keySet()).stream()
                .map(article -> new MostReadArticle(article, views.get(article.id()))).toList();
        return RestResponse.ResponseBuilder.ok(new MostReadView(items, page.page(), firstDay, now))
                .header("Link", page.links(uri)).build();
    }
}
