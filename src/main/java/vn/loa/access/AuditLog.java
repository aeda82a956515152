package vn.loa.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/** Stores an entry of the audit log in the transaction of the change. */
@Startup
@ApplicationScoped
class AuditLog {

    /** The actor of changes that Loa makes by itself. */
    static final String SYSTEM = "system";

    private static final NamedSql ADDED = SqlFile.read("access/audit-added");

    private record Entry(AuditEvent event, String actor, Instant at) {
    }

    private final AuditRepository stored;
    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<Entry>> storing = this::store;
    private final SecurityIdentity caller;
    private final ObjectWriter json;
    private final Clock clock;

    AuditLog(AuditRepository stored, SqlWriter changes, Together together, SecurityIdentity caller, ObjectMapper json, Clock clock) {
        this.stored = stored;
        this.changes = changes;
        this.together = together;
        this.caller = caller;
        this.json = json.writer();
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void append(@Observes AuditEvent event) {
        together.run(storing, new Entry(event, event.actor() == null ? actor() : event.actor(), clock.instant()));
    }

    private void store(List<Entry> entries) {
        // What is told of stands in the database when others are told of it.
        stored.flush();
        changes.update(ADDED.with("times", column(entries, entry -> entry.at.toString())).with("actors", column(entries, Entry::actor))
                .with("actions", column(entries, entry -> entry.event.action())).with("subjects", column(entries, entry -> entry.event.subject()))
                .with("ids", column(entries, entry -> entry.event.subjectId()))
                .with("froms", column(entries, entry -> Objects.toString(entry.event.fromRevision(), null)))
                .with("tos", column(entries, entry -> Objects.toString(entry.event.toRevision(), null)))
                .with("details", column(entries, entry -> details(entry.event))));
    }

    /** May have nulls. */
    private static <T> List<T> column(List<Entry> entries, Function<Entry, T> column) {
        return entries.stream().map(column).toList();
    }

    private String details(AuditEvent event) {
        try {
            return json.writeValueAsString(event.details() == null ? Map.of() : event.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the details are strings, numbers and booleans", e);
        }
    }

    private String actor() {
        return Arc.container().requestContext().isActive() && caller.getPrincipal() instanceof Caller known
                ? known.actor() : SYSTEM;
    }
}
