package vn.loa.effect.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.access.AuditEvent;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.article.publish.ChangeKind;
import vn.loa.article.read.LegalDay;
import vn.loa.article.read.PublicArticle;
import vn.loa.cache.PublicChange;
import vn.loa.effect.ForceUpdates;
import vn.loa.effect.read.EffectResource;
import vn.loa.http.IfMatch;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * What editors do about legal effect. Each step locks the article's events, writes, has the statuses of all documents that are
 * touched made anew, and tells the log of changes. Joins the caller's transaction.
 */
@ApplicationScoped
class EditEffects {

    /** For one article. The largest codes have as many notes. */
    private static final int MOST = 500;
    private static final int LONGEST_IN_AUDIT = 200;

    private final StrictJsonReader bodies;
    private final EditorsEffects effects;
    private final ForceUpdates force;
    private final Event<AuditEvent> audit;
    private final Event<ArticleChanged> changes;
    private final Event<PublicChange> publicChanges;
    private final SecurityIdentity caller;
    private final LegalDay days;
    private final Clock clock;

    EditEffects(StrictJsonReader bodies, EditorsEffects effects, ForceUpdates force, Event<AuditEvent> audit, Event<ArticleChanged> changes,
            Event<PublicChange> publicChanges, SecurityIdentity caller, LegalDay days, Clock clock) {
        this.bodies = bodies;
        this.effects = effects;
        this.force = force;
        this.audit = audit;
        this.changes = changes;
        this.publicChanges = publicChanges;
        this.caller = caller;
        this.days = days;
        this.clock = clock;
    }

    /** The id of a new event. */
    UUID create(PublicArticle article, JsonNode body) {
        if (article.view().directive() == null) {
            throw conflict("The article carries no document.");
        }
        effects.lock(article.id());
        if (effects.count(article.id()) >= MOST) {
            throw conflict("Editors have said " + MOST + " events about this document, which is the most.");
        }
        FieldErrors errors = new FieldErrors();
        EditorsEffect event = read(body, errors);
        ActingDocument acting = check(article.id(), event, errors);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        effects.insert(article.id(), id, event, acting);
        follow(article, event.corrects());
        finish(article, "effect.create", details(id, event));
        return id;
    }

    void replace(PublicArticle article, UUID id, JsonNode body, IfMatch condition) {
        FieldErrors errors = new FieldErrors();
        EditorsEffect event = read(body, errors);
        UUID before = lock(article.id(), id, condition);
        ActingDocument acting = check(article.id(), event, errors);
        effects.update(article.id(), id, event, acting);
        follow(article, event.corrects(), before);
        finish(article, "effect.change", details(id, event));
    }

    void delete(PublicArticle article, UUID id, IfMatch condition) {
        UUID corrected = lock(article.id(), id, condition);
        effects.delete(id);
        follow(article, corrected);
        finish(article, "effect.delete", Map.of("effect", id.toString()));
    }

    /** An event that a text says counts no longer, also when the text is published again. */
    void reject(PublicArticle article, UUID id, String reason) {
        effects.lock(article.id());
        if (effects.source(article.id(), id).orElseThrow(EffectResource::notFound).equals("editor")) {
            throw conflict("An editor said this event. Change it or delete it.");
        }
        effects.reject(article.id(), id, now(), caller.getPrincipal().getName(), reason);
        force.effectsChanged(List.of(id));
        finish(article, "effect.reject", Map.of("effect", id.toString(), "reason", cut(reason)));
    }

    /** An event that was rejected counts again. */
    void restore(PublicArticle article, UUID id) {
        effects.lock(article.id());
        effects.source(article.id(), id).orElseThrow(EffectResource::notFound);
        if (!effects.restore(id)) {
            throw Problem.of(ProblemType.NOT_FOUND, "The event is not rejected.").asException();
        }
        force.effectsChanged(List.of(id));
        finish(article, "effect.restore", Map.of("effect", id.toString()));
    }

    /** @throws ProblemException 400 or 422 when nothing can be read; else errors have been added */
    private EditorsEffect read(JsonNode body, FieldErrors errors) {
        EffectRequest request = bodies.read(body, EffectRequest.class, errors);
        if (request == null) {
            errors.throwIfAny();
        }
        return EditorsEffect.of(request, errors);
    }

    /** The event that the editor's event corrects so far; null for none. */
    private UUID lock(UUID article, UUID id, IfMatch condition) {
        effects.lock(article);
        EditorsEffects.Present present = effects.present(article, id).orElseThrow(() -> effects.source(article, id).isEmpty()
                ? EffectResource.notFound()
                : conflict("A text says this event, or an editor said it about another article. "
                        + "Reject it, or correct it by an event of your own."));
        condition.requireFor(present.etag());
        return present.corrects();
    }

    /** @throws ProblemException 422 naming every field that is wrong */
    private ActingDocument check(UUID article, EditorsEffect event, FieldErrors errors) {
        ActingDocument own = effects.documentOf(article).orElse(ActingDocument.OWN);
        ActingDocument acting = event.actingDocument() == null ? ActingDocument.OWN : ActingDocument.of(event.actingDocument());
        if (event.actingArticle() != null && !event.actingArticle().equals(article)) {
            acting = effects.documentOf(event.actingArticle()).orElse(null);
            if (acting == null) {
                errors.add("/by/articleId", "not-found", "is no public article that carries a document");
            }
        }
        if (event.sourceDate() != null && event.sourceDate().isAfter(days.today())) {
            errors.add("/sourceDate", "out-of-range", "must not be after today");
        }
        if (event.corrects() != null && !effects.isRead(article, event.corrects())) {
            errors.add("/corrects", "not-found", "is no event that a text says about this document");
        }
        errors.throwIfAny();
        return acting.equals(own) ? ActingDocument.OWN : acting;
    }

    /** The statuses of the article's document follow, and those of the documents that corrected events touch. */
    private void follow(PublicArticle article, UUID... corrected) {
        force.recompute(List.of(article.id()));
        List<UUID> events = Stream.of(corrected).filter(Objects::nonNull).distinct().toList();
        if (!events.isEmpty()) {
            force.effectsChanged(events);
        }
    }

    private void finish(PublicArticle article, String action, Map<String, Object> details) {
        int revision = article.view().revision();
        audit.fire(new AuditEvent(action, "article", article.id(), revision, revision, details, null));
        changes.fire(new ArticleChanged(ChangeKind.EFFECTS_CHANGED, article.id(), article.view().slug(), revision, now(), null, null,
                List.of()));
        publicChanges.fire(PublicChange.NOW);
    }

    private static Map<String, Object> details(UUID id, EditorsEffect event) {
        Map<String, Object> details = new LinkedHashMap<>(Map.of("effect", id.toString(), "kind", event.kind().wireName()));
        putIfAny(details, "eId", event.eId());
        putIfAny(details, "since", event.since());
        putIfAny(details, "until", event.until());
        putIfAny(details, "corrects", event.corrects());
        return details;
    }

    private static void putIfAny(Map<String, Object> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_IN_AUDIT ? text : text.substring(0, LONGEST_IN_AUDIT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail).asException();
    }
}
