package vn.loa.effect.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.directive.CitationView;
import vn.loa.directive.CitedDocument;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.NumberTag;
import vn.loa.http.CacheTagged;
import vn.loa.sql.ResultRow;

/**
 * A document at one end of an event or a relation: the one that an article carries, or one that a text names.
 *
 * @param name by which it is found among the public documents; null for an article's own, and where nothing can be found
 * @param own the article whose own it is; null for one that is named
 */
record DocumentEnd(DirectiveView document, CitedDocument name, CitationView.Target own) {

    /** The columns of an article's own document, for {@link #own}. */
    static final String OWN = "a.slug, a.state, r.title as article_title, r.directive_type as own_type, r.directive_number as own_number, "
            + "r.directive_issuer as own_issuer, r.directive_issued_on as own_issued_on, r.directive_title as own_title";
    /** The join that they need, of rows {@code t} with the column article_id. */
    static final String JOIN_OWN = "join public_article a on a.id = t.article_id join revision r on r.id = a.live_revision_id";

    /** The columns of a named document, for {@link #read}. */
    static String columns(String end) {
        return ", t.%1$s::text as %1$s, t.%1$s_key, t.%1$s_type_key, t.%1$s_issued_on".formatted(end);
    }

    /**
     * @param end the name of the column that has the document; where it is null, the article's own document is meant
     * @param day on which it was named: a document that was issued later has the number anew; null when that is not known
     * @param documents reads a {@link DirectiveView}
     */
    static DocumentEnd read(ResultRow row, String end, LocalDate day, ObjectReader documents) {
        String named = row.text(end);
        if (named == null) {
            return own(row);
        }
        String key = row.text(end + "_key");
        LocalDate issuedOn = row.get(end + "_issued_on", LocalDate.class);
        try {
            return new DocumentEnd(documents.readValue(named), key == null ? null
                    : new CitedDocument(key, row.text(end + "_type_key"), issuedOn, issuedOn == null ? day : null), null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of a document cannot be read", e);
        }
    }

    private static DocumentEnd own(ResultRow row) {
        DirectiveView document = DirectiveView.read(row, "own_");
        String title = document == null || document.title() == null ? row.text("article_title") : document.title();
        return new DocumentEnd(document, null, new CitationView.Target(row.get("article_id", UUID.class), row.text("slug"), title));
    }

    /** The articles that carry it, or may. */
    List<CitationView.Target> articles(Map<CitedDocument, List<CitationView.Target>> found) {
        return own != null ? List.of(own) : name == null ? List.of() : found.getOrDefault(name, List.of());
    }

    /** The article that carries it; null for none, or when there are several. */
    static CitationView.Target only(List<CitationView.Target> articles) {
        return articles.size() == 1 ? articles.get(0) : null;
    }

    /** The articles that may carry it, when there are several. */
    static List<CitationView.Target> candidates(List<CitationView.Target> articles) {
        return articles.size() > 1 ? articles : List.of();
    }

    /** The tag of the document's number or name, which other articles may come to carry; empty where nothing can be found. */
    Optional<String> tag() {
        return Optional.ofNullable(name).map(named -> NumberTag.of(named.key()));
    }

    /** The tags of these articles. */
    static Set<String> tags(CitationView.Target article, List<CitationView.Target> candidates) {
        Set<String> tags = new LinkedHashSet<>();
        if (article != null) {
            tags.add(CacheTagged.ofArticle(article.articleId()));
        }
        candidates.forEach(candidate -> tags.add(CacheTagged.ofArticle(candidate.articleId())));
        return tags;
    }
}
