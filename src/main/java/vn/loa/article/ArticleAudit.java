package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import vn.loa.access.AuditEvent;

/** Writes what happens to articles into the audit log, in the transaction in which it happens. */
@ApplicationScoped
public class ArticleAudit {

    private final Event<AuditEvent> log;

    ArticleAudit(Event<AuditEvent> log) {
        this.log = log;
    }

    /** A step that leaves the public revision as it is. */
    public void record(String action, Article article, Map<String, Object> details) {
        record(action, article, article.liveNumber(), article.liveNumber(), details, null);
    }

    /**
     * @param from the number of the public revision before the step; null when there was none
     * @param to the number of the public revision after the step; null when there is none
     * @param actor who wanted the step; null: the caller of the present request
     */
    public void record(String action, Article article, Integer from, Integer to, Map<String, Object> details, String actor) {
        log.fire(new AuditEvent(action, "article", article.id(), from, to, details, actor));
    }
}
