package vn.loa.visitor.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.listing.ListParameter;
import vn.loa.problem.Problem;
import vn.loa.visitor.read.ViewCounts.ArticleViewCount;

/** How often each of many articles was read, so that a list of articles needs one request for its counters. */
@Path(ApiPaths.V1 + "/views")
@PublicAnswer
public class ManyViewsResource {

    private static final int MOST = 100;

    /**
     * The views of articles, as JSON.
     *
     * @param items in the order in which the articles were asked for, each article once
     * @param unknown what names no public article. A draft is among them like what never was, so that nobody learns of it
     */
    record ManyViews(
            List<ArticleViewCount> items,
            List<String> unknown,
            Instant asOf) implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return items.stream().map(item -> CacheTagged.ofArticle(item.article().id()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private final ViewCounts views;
    private final Clock clock;

    ManyViewsResource(ViewCounts views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @GET
    public RestResponse<ManyViews> views(@QueryParam("article") List<String> article) {
        Set<String> asked = asked(ListParameter.joined(article));
        Map<ArticleAddress, ArticleViewCount> found = views.of(asked.stream().map(ArticleAddress::fromString).toList());
        Set<ArticleViewCount> items = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String address : asked) {
            ArticleViewCount item = found.get(ArticleAddress.fromString(address));
            if (item == null) {
                unknown.add(address);
            } else {
                items.add(item);
            }
        }
        return RestResponse.ResponseBuilder
                .ok(new ManyViews(List.copyOf(items), unknown, clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.BRIEF).build();
    }

    /** Each once. */
    private static Set<String> asked(String list) {
        if (list == null) {
            throw Problem.invalidParameter("article", "not-blank", "must name articles, by their ids or slugs").asException();
        }
        List<String> all = Arrays.asList(list.split(",", -1));
        if (all.contains("")) {
            throw Problem.invalidParameter("article", "wrong-form", "has an empty name among its commas").asException();
        }
        Set<String> asked = new LinkedHashSet<>(all);
        if (asked.size() > MOST) {
            throw Problem.invalidParameter("article", "out-of-range", "may name " + MOST + " articles; it names " + asked.size())
                    .asException();
        }
        return asked;
    }
}
