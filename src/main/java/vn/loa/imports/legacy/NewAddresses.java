package vn.loa.imports.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.loa.article.PortalLinks;
import vn.loa.http.ApiPaths;
import vn.loa.imports.legacy.OldAddressRepository.Place;

/** The pages to which old addresses lead. They are absolute: who asks stands on the earlier site. */
@ApplicationScoped
class NewAddresses {

    private final PortalLinks links;

    NewAddresses(PortalLinks links) {
        this.links = links;
    }

    /** The page; null while the public does not read it. */
    String of(Place place) {
        boolean hidden = place.article() != null ? !"published".equals(place.articleState()) && !"withdrawn".equals(place.articleState())
                : place.file() != null && !place.fileIsPublic();
        return hidden ? null : page(place);
    }

    /** The page, whether the public reads it or not; null for a place that is nothing. */
    String page(Place place) {
        if (place.article() != null) {
            return links.article(place.article(), place.articleSlug());
        }
        return place.category() != null ? links.category(place.category(), place.categorySlug())
                : place.file() != null ? file(place.file()) : null;
    }

    private String file(UUID id) {
        return links.api(ApiPaths.FILES + "/" + id);
    }
}
