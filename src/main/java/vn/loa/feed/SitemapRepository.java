package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What search engines are shown: published articles, in the order in which they were made, so that what is new changes
 * the last part only.
 */
@ApplicationScoped
class SitemapRepository {

    /** An address, and when what is there last changed. */
    record Place(String address, Instant changedAt) {
    }

    private final EntityManager entities;
    private final FeedLinks links;

    SitemapRepository(EntityManager entities, FeedLinks links) {
        this.entities = entities;
        this.links = links;
    }

    /** One statement. */
    long count() {
        return entities.unwrap(Session.class)
                .createNativeQuery("select count(*) from article where state = 'published'", Long.class).getSingleResult();
    }

    /** The articles of one part: one statement. */
    List<Place> articles(int offset, int limit) {
        return entities.unwrap(Session.class).createNativeQuery("""
                select id, slug, public_updated_at from article where state = 'published'
                order by id limit :limit offset :offset""", Tuple.class)
                .setParameter("limit", limit).setParameter("offset", offset).getResultStream()
                .map(row -> new Place(links.article(row.get("id", UUID.class), row.get("slug", String.class)),
                        row.get("public_updated_at", Instant.class)))
                .toList();
    }

    /** When something in each part of this size last changed, in order: one statement. */
    List<Instant> parts(int size) {
        return entities.unwrap(Session.class).createNativeQuery("""
                select max(public_updated_at) as changed_at
                from (select public_updated_at, (row_number() over (order by id) - 1) / :size as part
                      from article where state = 'published') numbered
                group by part order by part""", Tuple.class).setParameter("size", size).getResultStream()
                .map(row -> row.get("changed_at", Instant.class)).toList();
    }
}
