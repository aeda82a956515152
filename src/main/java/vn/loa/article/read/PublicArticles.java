package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.article.Attachment;
import vn.loa.article.Site;
import vn.loa.article.edit.DraftView;
import vn.loa.directive.TextSize;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.http.MovedException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;
import vn.loa.text.fold.Slug;

/**
 * Finds articles for the public: the text now or at a time, or the reason why the article is not here. "Public" means
 * published, or withdrawn with a notice. One statement each, and one more for an article that is missing or was
 * replaced.
 */
@ApplicationScoped
public class PublicArticles {

    static final String AT = "The text as it stood at the end of this day (`2022-08-01`), or at this moment "
            + "(`2022-08-01T00:00:00Z`).";

    private static final String SELECT = "select " + ArticleRow.COLUMNS + ArticleRow.BODY + ", " + TextSize.COLUMNS
            + ", r.attachments::text, a.removal_explanation, a.removed_at, a.redirect_to from ";
    /** Public articles and gone ones; the existence of other articles is hidden. */
    private static final String KNOWN_TO_PUBLIC = " and a.state in ('published', 'withdrawn', 'gone')";
    private static final String LIVE = " join revision r on r.id = a.live_revision_id ";
    private static final String NUMBERED = " join revision r on r.article_id = a.id and r.number = ? ";
    private static final String LIVE_AT = """
             join revision r on r.id = (select s.id from revision s
                 where s.article_id = a.id and s.number is not null and (s.published_at <= ? or s.number = 1)
                 order by s.number desc limit 1)
            """;
    private static final String BY_ID = "where a.id = ?" + KNOWN_TO_PUBLIC;
    /** The slugs that the article has or had in public. */
    private static final String BY_SLUG = "join slug n on n.article_id = a.id where n.slug = ? and n.public"
            + KNOWN_TO_PUBLIC;

    private final SqlReader rows;
    private final Site site;
    private final ObjectReader files;

    PublicArticles(SqlReader rows, Site site, ObjectMapper json) {
        this.rows = rows;
        this.site = site;
        this.files = json.readerForListOf(Attachment.class);
    }

    /**
     * The article with its present text.
     *
     * @throws ProblemException 404 when the article is not public, 410 when it is gone
     */
    public PublicArticle get(UUID id) {
        return requirePresent(findText(LIVE, BY_ID, id));
    }

    /**
     * The article with the text that was live at a moment.
     *
     * @param at a date, which means the end of that day in the site's zone, or an instant; null for now
     * @throws ProblemException 400 when {@code at} is neither, 404 when the article was not public then, 410 when
     *     it is gone
     */
    public PublicArticle get(UUID id, String at) {
        return requirePublishedAt(at, requirePresent(findAt(at, BY_ID, id)));
    }

    /**
     * The article with the text of a revision.
     *
     * @throws ProblemException 404 when the article has no such revision, 410 when it is gone
     */
    public PublicArticle get(UUID id, int number) {
        return find(id, number).orElseGet(() -> {
            get(id);
            throw noRevision(number);
        });
    }

    public static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "No published article has this address.").asException();
    }

    public static ProblemException noRevision(int number) {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no revision " + number + ".").asException();
    }

    /** Empty when the article has no such revision. */
    Optional<PublicArticle> find(UUID id, int number) {
        return findText(NUMBERED, BY_ID, number, id).map(found -> requirePresent(Optional.of(found)));
    }

    /**
     * Like {@link #get(UUID, String)}, for the article's own URI.
     *
     * @throws MovedException when the article is gone and has a public replacement
     */
    PublicArticle getOrRedirect(UUID id, String at) {
        return requirePublishedAt(at, followRedirect(findAt(at, BY_ID, id)));
    }

    /** The article with this slug. A former slug throws {@link MovedException} to the present one. */
    PublicArticle getOrRedirect(String slug, String at) {
        PublicArticle article = followRedirect(Slug.parse(slug).flatMap(parsed -> findAt(at, BY_SLUG, parsed.value())));
        if (!article.view().slug().equals(slug)) {
            throw new MovedException(ApiPaths.V1 + "/articles/by-slug/" + article.view().slug(), article.view().cacheTags());
        }
        return requirePublishedAt(at, article);
    }

    public boolean isPublic(UUID id) {
        return !rows.read("select from public_article where id = ?", row -> true, id).isEmpty();
    }

    /** The public ones of these articles as lists show them, in this order. */
    public List<ArticleView> inOrder(Collection<UUID> ids) {
        Map<UUID, ArticleView> found = rows.read("select " + ArticleRow.COLUMNS + " from public_article a" + LIVE
                + "where a.id = any (?)", ArticleRow::listed, ids).stream()
                .collect(Collectors.toMap(ArticleView::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Optional<PublicArticle> findAt(String at, String which, Object key) {
        return at == null ? findText(LIVE, which, key) : findText(LIVE_AT, which, instantOf(at), key);
    }

    /** Finds gone articles too. */
    private Optional<PublicArticle> findText(String text, String which, Object... values) {
        return rows.read(SELECT + "article a" + text + which, this::article, values).stream().findFirst();
    }

    /** Requires that the article had been published at that moment. */
    private PublicArticle requirePublishedAt(String at, PublicArticle article) {
        if (at != null && instantOf(at).isBefore(article.view().firstPublishedAt())) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article was not published then.").asException();
        }
        return article;
    }

    private PublicArticle article(ResultRow row) {
        Instant removedAt = row.get("removed_at", Instant.class);
        return new PublicArticle(ArticleRow.withBody(row), row.get("revision_id", Long.class),
                TextSize.read(row), files(row.text("attachments")),
                removedAt == null ? null : new DraftView.Removal(row.text("removal_explanation"), removedAt,
                        row.get("redirect_to", UUID.class)));
    }

    private List<Attachment> files(String stored) {
        try {
            return stored.equals("[]") ? List.of() : files.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of attachments cannot be read", e);
        }
    }

    private PublicArticle followRedirect(Optional<PublicArticle> found) {
        DraftView.Removal removal = found.map(PublicArticle::removal).orElse(null);
        if (removal != null && removal.redirectTo() != null && isPublic(removal.redirectTo())) {
            throw new MovedException(ApiPaths.V1 + "/articles/" + removal.redirectTo(), found.get().goneTags());
        }
        return requirePresent(found);
    }

    private static PublicArticle requirePresent(Optional<PublicArticle> found) {
        PublicArticle article = found.orElseThrow(PublicArticles::notFound);
        if (article.removal() != null) {
            throw Problem.of(ProblemType.GONE, "This article was removed: " + article.removal().explanation())
                    .with("explanation", article.removal().explanation()).with("removedAt", article.removal().removedAt())
                    .asException().withHeader(CacheTagged.HEADER, String.join(" ", article.goneTags()));
        }
        return article;
    }

    private Instant instantOf(String at) {
        try {
            Instant moment = at.length() == "2022-08-01".length()
                    ? LocalDate.parse(at).plusDays(1).atStartOfDay(site.zone()).toInstant().minusNanos(1000)
                    : OffsetDateTime.parse(at).toInstant();
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Refused below, like an instant that PostgreSQL cannot store.
        }
        throw Problem.invalidParameter("at", "wrong-form", "must be a date or an instant (RFC 3339), after "
                + "0001-01-01 and before 9999-12-30").asException();
    }

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
}
