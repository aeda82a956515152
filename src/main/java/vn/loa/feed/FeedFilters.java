package vn.loa.feed;

import vn.loa.article.read.ArticleList;
import vn.loa.listing.ListFilters;

/** By what a feed can be narrowed: as the list of articles, of which a feed has the published ones. */
public final class FeedFilters extends ListFilters {

    public FeedFilters() {
        super(new ArticleList().fields().stream().filter(field -> !field.name().equals("state")).toList());
    }
}
