package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.access.AuditEvent;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleContent;
import vn.loa.article.ArticleRepository;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.article.read.PublicArticles;
import vn.loa.article.schedule.ScheduleRepository;
import vn.loa.cache.PublicChange;
import vn.loa.directive.DirectiveRepository;
import vn.loa.problem.FieldErrors;
import vn.loa.text.fold.Slug;

/**
 * What editors and publishers do with articles. Each step joins the caller's transaction, works on a draft whose
 * article is locked, and is audited.
 */
@ApplicationScoped
public class Publishing {

    private final ArticleRepository articles;
    private final DirectiveRepository directives;
    private final Slugs slugs;
    private final ScheduleRepository schedules;
    private final EntityManager entities;
    private final Event<AuditEvent> audit;
    private final Event<Object> others;
    private final Clock clock;

    Publishing(ArticleRepository articles, DirectiveRepository directives, Slugs slugs, ScheduleRepository schedules,
            EntityManager entities, Event<AuditEvent> audit, Event<Object> others, Clock clock) {
        this.articles = articles;
        this.directives = directives;
        this.slugs = slugs;
        this.schedules = schedules;
        this.entities = entities;
        this.audit = audit;
        this.others = others;
        this.clock = clock;
    }

    /**
     * A new article with this content as its working copy, under the wanted slug or the title's.
     *
     * @param firstPublishedAt when it was first published elsewhere; null for one that was not
     * @throws vn.loa.problem.ProblemException 422 when the wanted slug is taken
     */
    public Revision create(ArticleContent content, Instant firstPublishedAt) {
        Instant now = now();
        Article article = Article.draft(firstPublishedAt, now);
        articles.persist(article);
        Revision workingCopy = Revision.workingCopy(article, content, now);
        entities.persist(workingCopy);
        directives.store(workingCopy.id(), content.sections(), content.citations());
        // Last, because others wait for their slugs until this transaction ends.
        articles.flush();
        article.rename(content.slug() == null
                ? slugs.claimFree(Slug.of(content.title()), article.id()) : claim(content.slug(), article.id()));
        tell("article.create", article, null, Map.of("slug", article.slug()));
        return workingCopy;
    }

    /** Replaces the working copy; the first save after a publish begins one. */
    public Draft save(Draft draft, ArticleContent content) {
        draft.require(Action.EDIT);
        Article article = draft.article();
        Revision workingCopy = draft.workingCopy();
        if (workingCopy == null) {
            workingCopy = Revision.workingCopy(article, content, now());
            entities.persist(workingCopy);
        } else {
            workingCopy.replace(content, now());
            directives.delete(workingCopy.id());
        }
        directives.store(workingCopy.id(), content.sections(), content.citations());
        rename(article, workingCopy, content.slug());
        article.changed();
        tell("draft.save", article, article.liveNumber(), Map.of());
        return new Draft(article, workingCopy, false);
    }

    /** Before the first publish at once; after it, together with the text. */
    private void rename(Article article, Revision workingCopy, String wanted) {
        if (wanted == null || wanted.equals(article.slug())) {
            workingCopy.wantSlug(null);
        } else if (article.live() == null) {
            article.rename(claim(wanted, article.id()));
        } else {
            workingCopy.wantSlug(claim(wanted, article.id()).value());
        }
        slugs.releaseAllBut(article.id(), workingCopy.slug() == null
                ? Set.of(article.slug()) : Set.of(article.slug(), workingCopy.slug()));
    }

    private Slug claim(String wanted, UUID article) {
        Slug slug = new Slug(wanted);
        if (!slugs.claim(slug, article)) {
            FieldErrors errors = new FieldErrors();
            errors.add("/slug", "taken", "is the name of another article, or was");
            errors.throwIfAny();
        }
        return slug;
    }

    /** Makes an old revision the working copy. */
    Draft restore(Draft draft, Revision revision) {
        draft.require(Action.RESTORE);
        if (draft.workingCopy() != null) {
            delete(draft.workingCopy());
        }
        Revision workingCopy = copy(revision);
        slugs.releaseAllBut(draft.article().id(), Set.of(draft.article().slug()));
        draft.article().changed();
        tell("article.restore", draft.article(), draft.article().liveNumber(), Map.of("restored", revision.number()));
        return new Draft(draft.article(), workingCopy, false);
    }

    private Revision copy(Revision original) {
        Revision copy = Revision.copyOf(original, now());
        entities.persist(copy);
        directives.copy(original.id(), copy.id());
        return copy;
    }

    private void delete(Revision workingCopy) {
        entities.remove(workingCopy);
        // The index of working copies has place for one.
        entities.flush();
    }

    /** Throws the working copy away, and with it an article that was never published. */
    public void discard(Draft draft) {
        draft.require(Action.DISCARD_DRAFT);
        Article article = draft.article();
        tell("draft.discard", article, article.liveNumber(), Map.of());
        delete(draft.workingCopy());
        if (article.live() == null) {
            others.fire(new ArticleDiscarded(article.id()));
            articles.delete(article);
        } else {
            slugs.releaseAllBut(article.id(), Set.of(article.slug()));
            article.changed();
        }
    }

    /** Makes a working copy that was just created the text that the public reads. */
    public void publish(Revision workingCopy) {
        publish(new Draft(workingCopy.article(), workingCopy, false), ChangeNote.NONE, null);
    }

    /** Publishes another text of an article, at once. */
    public void revise(UUID id, ArticleContent content, String changeNote) {
        Draft draft = open(id).orElseThrow(PublicArticles::notFound);
        publish(save(draft, content), new ChangeNote(changeNote, false), null);
    }

    /** @param actor who wanted it, when that is not the caller of the present request; else null */
    public Draft publish(Draft draft, ChangeNote note, String actor) {
        draft.require(Action.PUBLISH);
        Article article = draft.article();
        Integer before = article.liveNumber();
        Revision text = draft.workingCopy() == null ? copy(article.live()) : draft.workingCopy();
        article.publish(text, note, now());
        schedules.cancel(article.id(), Action.PUBLISH, "published before its time", now());
        liveTextChanged(article);
        // Behind what takes long: whoever asks for the same name waits for this.
        slugs.publish(article.slug());
        audit.fire(new AuditEvent("article.publish", "article", article.id(), before, text.number(),
                details(note), actor));
        others.fire(PublicChange.NOW);
        return new Draft(article, null, false);
    }

    /** The database's log of changes follows at the commit: it has a lock for which other publishes wait. */
    private void liveTextChanged(Article article) {
        articles.flush();
        others.fire(new LiveTextChanged(article.id()));
    }

    private static Map<String, Object> details(ChangeNote note) {
        return note.text() == null ? Map.of("minor", note.minor()) : Map.of("minor", note.minor(), "changeNote", note.text());
    }

    public Draft withdraw(Draft draft, String explanation, String actor) {
        draft.require(Action.WITHDRAW);
        Article article = draft.article();
        article.withdraw(explanation, now());
        schedules.cancel(article.id(), Action.WITHDRAW, "withdrawn before its time", now());
        audit.fire(new AuditEvent("article.withdraw", "article", article.id(), article.liveNumber(), article.liveNumber(),
                Map.of("explanation", explanation), actor));
        others.fire(PublicChange.NOW);
        return draft;
    }

    /** @param replacement the article that readers are sent to; may be null */
    Draft remove(Draft draft, String explanation, UUID replacement) {
        draft.require(Action.REMOVE);
        Article article = draft.article();
        article.remove(explanation, replacement, now());
        schedules.cancel(article.id(), Action.PUBLISH, "the article was removed", now());
        schedules.cancel(article.id(), Action.WITHDRAW, "the article was removed", now());
        liveTextChanged(article);
        audit.fire(new AuditEvent("article.remove", "article", article.id(), article.liveNumber(), null,
                replacement == null ? Map.of("explanation", explanation)
                        : Map.of("explanation", explanation, "redirectTo", replacement.toString()), null));
        others.fire(PublicChange.NOW);
        return new Draft(article, draft.workingCopy(), false);
    }

    private void tell(String action, Article article, Integer revision, Map<String, Object> details) {
        audit.fire(new AuditEvent(action, "article", article.id(), revision, revision, details, null));
    }

    /** An article and its working copy, locked until the transaction ends. */
    public Optional<Draft> open(UUID id) {
        return articles.lock(id).map(this::draft);
    }

    /** The same without the lock, for reading. */
    public Optional<Draft> look(UUID id) {
        return articles.findByIdOptional(id).map(this::draft);
    }

    private Draft draft(Article article) {
        return new Draft(article, articles.workingCopy(article.id()).orElse(null),
                schedules.isPending(article.id(), Action.PUBLISH));
    }

    /** Sends what was done so far to the database, for plain SQL that builds on it. */
    public void flush() {
        articles.flush();
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
