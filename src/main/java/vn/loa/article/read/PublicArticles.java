package vn.loa.article.read;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.article.ArticleAddress;
import vn.loa.article.AttachmentList;
import vn.loa.article.Pictures;
import vn.loa.article.Site;
import vn.loa.article.edit.DraftView;
import vn.loa.article.read.PublicArticleSql.By;
import vn.loa.article.read.PublicArticleSql.Text;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.SectionsWithRow;
import vn.loa.directive.TextSize;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.http.CacheTagged;
import vn.loa.http.MovedException;
import vn.loa.http.PathTag;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/**
 * Finds articles for the public: the text now or at a time, or the reason why the article is not here. "Public" means
 * published, or withdrawn with a notice. One statement each, and one more for an article that is missing or was
 * replaced.
 */
@Singleton
public class PublicArticles {

    private static final String IN_ORDER = "select a.id, a.listed, " + ArticleCategories.COLUMNS + ", ";
    private static final String IN_ORDER_FROM = " from public_article a " + ArticleCategories.join("a.category_id")
            + " where a.id = any (:ids)";

    private final SqlReader rows;
    private final ListedArticles listed;
    private final AttachmentList attachments;
    private final Pictures pictures;
    private final ArticleCategories categories;
    private final Forces forces;
    private final LegalDay day;
    private final Site site;
    private final PathTag pathTag;

    PublicArticles(SqlReader rows, ListedArticles listed, AttachmentList attachments, Pictures pictures,
            ArticleCategories categories, Forces forces, LegalDay day, Site site, PathTag pathTag) {
        this.rows = rows;
        this.listed = listed;
        this.attachments = attachments;
        this.pictures = pictures;
        this.categories = categories;
        this.forces = forces;
        this.day = day;
        this.site = site;
        this.pathTag = pathTag;
    }

    /**
     * The article with its present text.
     *
     * @throws MovedException when the address is a former slug
     * @throws ProblemException 404 when the article is not public, 410 when it is gone
     */
    public PublicArticle get(ArticleAddress address) {
        return requireCanonical(address, requirePresent(findAt(null, address, null, false)));
    }

    /**
     * The article with the text that was live at a moment.
     *
     * @param at a date, which means the end of that day in the site's zone, or an instant; null for now
     * @throws MovedException when the address is a former slug
     * @throws ProblemException 400 when {@code at} is neither, 404 when the article was not public then, 410 when
     *     it is gone
     */
    public PublicArticle get(ArticleAddress address, String at) {
        return get(address, at, null);
    }

    /**
     * Like {@link #get(ArticleAddress, String)}.
     *
     * @param inForceOn the day on which the document's status is told; null for today
     */
    public PublicArticle get(ArticleAddress address, String at, LocalDate inForceOn) {
        return requirePublishedAt(at, requireCanonical(address, requirePresent(findAt(at, address, inForceOn, false))));
    }

    /**
     * The article with the text of a revision.
     *
     * @throws MovedException when the address is a former slug
     * @throws ProblemException 404 when the article has no such revision, 410 when it is gone
     */
    public PublicArticle get(ArticleAddress address, int number) {
        return find(address, number).orElseGet(() -> {
            get(address);
            throw noRevision(number);
        });
    }

    /**
     * The id of the article. An id needs no statement, and may be that of no public article.
     *
     * @throws MovedException when the address is a former slug
     * @throws ProblemException 404 when no public article has the slug, 410 when the article is gone
     */
    public UUID id(ArticleAddress address) {
        UUID id = address.id();
        if (id == null) {
            return get(address).id();
        }
        pathTag.set(CacheTagged.ofArticle(id));
        return id;
    }

    /**
     * The id of the article that a request changes; the address may be a former slug.
     *
     * @throws ProblemException 404 when the article is not public, 410 when it is gone
     */
    public UUID idForChange(ArticleAddress address) {
        return forChange(address).id();
    }

    /** Like {@link #idForChange}, with the article's present text. */
    public PublicArticle forChange(ArticleAddress address) {
        return requirePresent(findAt(null, address, null, false));
    }

    public static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "No published article has this address.").asException();
    }

    public static ProblemException noRevision(int number) {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no revision " + number + ".").asException();
    }

    /** Empty when the article has no such revision. */
    public Optional<PublicArticle> find(ArticleAddress address, int number) {
        return findText(Text.NUMBERED, address, null, false, "number", number)
                .map(found -> requireCanonical(address, requirePresent(Optional.of(found))));
    }

    /**
     * Like {@link #get(ArticleAddress, String, LocalDate)}, for the article's own URI.
     * @param sections whether its sections are wanted, and their statuses
     * @throws MovedException also when the article is gone and has a public replacement
     */
    PublicArticle getOrRedirect(ArticleAddress address, String at, LocalDate inForceOn, boolean sections) {
        return requirePublishedAt(at, requireCanonical(address, followRedirect(findAt(at, address, inForceOn, sections))));
    }

    private static PublicArticle requireCanonical(ArticleAddress address, PublicArticle article) {
        if (address.slug() != null && !address.slug().value().equals(article.view().slug())) {
            throw new MovedException(article.view().slug(), article.view().cacheTags());
        }
        return article;
    }

    public boolean isPublic(UUID id) {
        return !rows.read("select from public_article where id = ?", row -> true, id).isEmpty();
    }

    /** The public ones of these articles as lists show them, in this order. */
    public List<ArticleView> inOrder(Collection<UUID> ids) {
        Map<UUID, ArticleView> found = Forces.read(day.today(), true, force -> {
            NamedSql column = force.sql("a.id");
            return rows.read(new NamedSql(IN_ORDER + column.text() + IN_ORDER_FROM, column.values()).with("ids", ids),
                    row -> listed.read(row, force));
        }).stream().map(listed::view).collect(Collectors.toMap(ArticleView::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Optional<PublicArticle> findAt(String at, ArticleAddress address, LocalDate inForceOn, boolean sections) {
        return at == null ? findText(Text.LIVE, address, inForceOn, sections, null, null)
                : findText(Text.LIVE_AT, address, inForceOn, sections, "at", instantOf(at));
    }

    /**
     * Finds gone articles too. The answer gets the article's tag; for an id also if there is no such article.
     *
     * @param parameter of the text; null when it has none
     */
    private Optional<PublicArticle> findText(Text text, ArticleAddress address, LocalDate inForceOn, boolean sections, String parameter, Object value) {
        LocalDate shownOn = day.of(inForceOn);
        BiFunction<By, Object, Optional<PublicArticle>> read = (by, key) -> rows.read(PublicArticleSql.of(text, by, sections).with("key", key)
                .with(Forces.DAY, shownOn).with(parameter, value), row -> article(row, sections)).stream().findFirst().map(article -> withForce(article, shownOn));
        if (address.id() != null) {
            pathTag.set(CacheTagged.ofArticle(address.id()));
            return read.apply(By.ID, address.id());
        }
        Optional<PublicArticle> found = Optional.ofNullable(address.slug()).flatMap(
                slug -> read.apply(By.SLUG, slug.value()).or(() -> read.apply(By.FORMER_SLUG, slug.value())));
        found.ifPresent(article -> pathTag.set(CacheTagged.ofArticle(article.id())));
        return found;
    }

    /** With the statuses of that day, where those that are stored are of other days; those of the sections if the sections were read, too. */
    private PublicArticle withForce(PublicArticle article, LocalDate shownOn) {
        if (article.view().directive() == null || article.view().force() != null) {
            return article;
        }
        return article.sections() != null && Forces.areReadWithRow(article.forceBytes()) ? article.with(forces.sections(article.id(), shownOn))
                : article.with(forces.document(article.id(), shownOn));
    }

    /** Requires that the article had been published at that moment. */
    private PublicArticle requirePublishedAt(String at, PublicArticle article) {
        if (at != null && instantOf(at).isBefore(article.view().firstPublishedAt())) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article was not published then.").asException();
        }
        return article;
    }

    private PublicArticle article(ResultRow row, boolean sections) {
        Instant removedAt = row.get("removed_at", Instant.class);
        ForceView force = forces.stored(row);
        TextSize size = TextSize.read(row);
        return new PublicArticle(ArticleRow.withBody(row).picturing(pictures.view(row)).in(categories.read(row)).with(force),
                row.get("revision_id", Long.class), size, row.get("force_bytes", Long.class), sections ? SectionsWithRow.read(row) : null,
                sections ? forces.storedSections(row, force) : null, attachments.read(row),
                removedAt == null ? null : new DraftView.Removal(row.text("removal_explanation"), removedAt,
                        row.get("redirect_to", UUID.class)));
    }

    private PublicArticle followRedirect(Optional<PublicArticle> found) {
        DraftView.Removal removal = found.map(PublicArticle::removal).orElse(null);
        if (removal != null && removal.redirectTo() != null && isPublic(removal.redirectTo())) {
            throw new MovedException(removal.redirectTo().toString(), found.get().goneTags());
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
