package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.loa.text.Slug;
import vn.loa.web.Api;
import vn.loa.web.MovedException;
import vn.loa.web.Problem;
import vn.loa.web.ProblemException;
import vn.loa.web.ProblemType;

/** What the public reads at an article's addresses: its text now, at a time, or why it is not here any more. */
@ApplicationScoped
class PublicTexts {

    static final String AT = "The text as it stood at the end of this day (`2022-08-01`), or at this moment "
            + "(`2022-08-01T00:00:00Z`).";

    private final ArticleRepository articles;
    private final Site site;

    PublicTexts(ArticleRepository articles, Site site) {
        this.articles = articles;
        this.site = site;
    }

    /**
     * The article under its id.
     *
     * @throws ProblemException 404 when the public has no such article, 410 when it is gone
     * @throws MovedException when it is gone and readers are sent to another one
     */
    Article get(UUID id) {
        return here(articles.findKnown(id).orElseThrow(ArticleRepository::notFound));
    }

    /** The article under its name; under a former name {@link MovedException} to the present one. */
    Article get(String name) {
        Article article = here(Slug.parse(name).flatMap(articles::findKnown).orElseThrow(ArticleRepository::notFound));
        if (!article.slug().equals(name)) {
            throw new MovedException(URI.create(Api.V1 + "/articles/by-slug/" + article.slug()));
        }
        return article;
    }

    private Article here(Article article) {
        if (article.state() != State.GONE) {
            return article;
        }
        if (article.redirectTo() != null && articles.isPublic(article.redirectTo())) {
            throw new MovedException(URI.create(Api.V1 + "/articles/" + article.redirectTo()));
        }
        throw ArticleRepository.gone(article);
    }

    /**
     * The article's text.
     *
     * @param at a date in the site's zone, whose end is meant, or an instant; null for now
     * @throws ProblemException 400 when {@code at} is neither, 404 when the article was not public then
     */
    Revision text(Article article, String at) {
        if (at == null) {
            return article.live();
        }
        Instant moment = moment(at);
        if (moment.isBefore(article.firstPublishedAt())) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article was not published then.").asException();
        }
        return articles.revisionAt(article.id(), moment).orElseThrow(ArticleRepository::notFound);
    }

    private Instant moment(String at) {
        try {
            Instant moment = at.length() == "2022-08-01".length()
                    ? LocalDate.parse(at).plusDays(1).atStartOfDay(site.zone()).toInstant().minusNanos(1000)
                    : OffsetDateTime.parse(at).toInstant();
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // answered below, like a moment that no database keeps
        }
        throw Problem.invalidParameter("at", "wrong-form", "must be a date or an instant (RFC 3339), after "
                + "0001-01-01 and before 9999-12-30").asException();
    }

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
}
