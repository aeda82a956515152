package vn.loa.support;

import java.time.ZoneId;
import java.util.Optional;
import vn.loa.article.Site;
import vn.loa.http.LinkPattern;
import vn.loa.http.PublicUrl;
import vn.loa.http.QueryPattern;

/** A site configuration in which only the time zone is set. */
public record SiteIn(ZoneId zone) implements Site {

    @Override
    public String name() {
        return "Loa";
    }

    @Override
    public Optional<PublicUrl> home() {
        return Optional.empty();
    }

    @Override
    public Optional<LinkPattern> link() {
        return Optional.empty();
    }

    @Override
    public Optional<LinkPattern> categoryLink() {
        return Optional.empty();
    }

    @Override
    public Optional<QueryPattern> resolveLink() {
        return Optional.empty();
    }
}
