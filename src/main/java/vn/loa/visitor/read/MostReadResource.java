package vn.loa.visitor.read;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.NoCache;
import vn.loa.article.Site;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.problem.Problem;

/** The articles with most views in the last days. Of all times: the list of articles with {@code sort=-views}. */
@Path(ApiPaths.V1 + "/most-read")
@Transactional
public class MostReadResource {

    private static final int MOST_DAYS = 366;
    private static final int MOST_ITEMS = 100;

    /** The articles with most views in some days, as JSON. */
    public record MostReadView(
            List<MostReadArticle> items,
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

    MostReadResource(MostReadRepository mostRead, PublicArticles articles, Site site, Clock clock) {
        this.mostRead = mostRead;
        this.articles = articles;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @NoCache
    public MostReadView list(
            @QueryParam("days") Integer days,
            @QueryParam("size") Integer size) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate firstDay = LocalDate.ofInstant(now, site.zone()).minusDays(between("days", days, 7, MOST_DAYS) - 1L);
        Map<UUID, Long> views = mostRead.views(firstDay, between("size", size, 10, MOST_ITEMS));
        List<MostReadView.MostReadArticle> items = articles.inOrder(views.keySet()).stream()
                .map(article -> new MostReadView.MostReadArticle(article, views.get(article.id()))).toList();
        return new MostReadView(items, firstDay, now);
    }

    private static int between(String name, Integer value, int unlessGiven, int max) {
        if (value != null && (value < 1 || value > max)) {
            throw Problem.invalidParameter(name, "out-of-range", "must be between 1 and " + max).asException();
        }
        return value == null ? unlessGiven : value;
    }
}
