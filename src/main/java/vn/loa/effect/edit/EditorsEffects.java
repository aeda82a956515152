package vn.loa.effect.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** The rows of editors' events and rejections. Joins the caller's transaction. */
@Startup
@ApplicationScoped
class EditorsEffects {

    private static final NamedSql LOCK = NamedSql.of(
            "select pg_advisory_xact_lock(hashtextextended('effects of ' || :article::text, 0))");
    private static final NamedSql INSERT = SqlFile.read("effect/editors-insert");
    private static final NamedSql UPDATE = SqlFile.read("effect/editors-update");
    private static final NamedSql REJECT = SqlFile.read("effect/rejected-insert");

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ObjectMapper json;

    EditorsEffects(SqlReader rows, SqlWriter changes, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.json = json;
    }

    /** Until the transaction ends, nobody else changes what editors say about the article's document. */
    void lock(UUID article) {
        changes.call(LOCK.with("article", article));
    }

    long count(UUID article) {
        return rows.count(NamedSql.of("select count(*) as total from effect where article_id = :article and source = 'editor'")
                .with("article", article));
    }

    /** From where an event is that touches the article's document, or by which that touches others; empty when there is none. */
    Optional<String> source(UUID article, UUID id) {
        return rows.read("select t.source from effect t where t.id = ? and (exists (select from effect_touching w where w.touched_id = ? "
                + "and w.id = t.id) or exists (select from effect_by w where w.acting_id = ? and w.id = t.id))",
                row -> row.text("source"), id, article, article).stream().findFirst();
    }

    /** Whether a text says this about the article's document. */
    boolean isRead(UUID article, UUID id) {
        return !rows.read("select from effect_touching where touched_id = ? and id = ? and source <> 'editor'", row -> true, article, id)
                .isEmpty();
    }

    /**
     * An editor's event about the article's document.
     *
     * @param version a hash of all that it says
     * @param corrects null when it corrects none
     */
    record Present(String version, UUID corrects) {

        EntityTag etag() {
            return new EntityTag(version);
        }
    }

    Optional<Present> present(UUID article, UUID id) {
        return rows.read("select left(md5(e::text), 16) as version, e.corrects from effect e "
                + "where e.id = ? and e.article_id = ? and e.source = 'editor'",
                row -> new Present(row.text("version"), row.get("corrects", UUID.class)), id, article).stream().findFirst();
    }

    /** The document of a public article; empty when it carries none, or is not public. */
    Optional<ActingDocument> documentOf(UUID article) {
        return rows.read("select r.directive_type as type, r.directive_number as number, r.directive_issuer as issuer, "
                + "r.directive_issued_on as issued_on, r.directive_title as title "
                + "from public_article a join revision r on r.id = a.live_revision_id where a.id = ?",
                row -> Optional.ofNullable(DirectiveView.read(row, "")), article).stream().flatMap(Optional::stream).findFirst()
                .map(ActingDocument::of);
    }

    void insert(UUID article, UUID id, EditorsEffect event, ActingDocument acting) {
        changes.update(with(INSERT, article, id, event, acting));
    }

    void update(UUID article, UUID id, EditorsEffect event, ActingDocument acting) {
        changes.update(with(UPDATE, article, id, event, acting));
    }

    void delete(UUID id) {
        changes.update(NamedSql.of("delete from effect where id = :id and source = 'editor'").with("id", id));
    }

    void reject(UUID article, UUID id, Instant at, String actor, String reason) {
        changes.update(REJECT.with("article", article).with("id", id).with("at", at).with("actor", actor).with("reason", reason));
    }

    /** Whether it was rejected. */
    boolean restore(UUID id) {
        return changes.update(NamedSql.of("delete from rejected_effect where effect_id = :id").with("id", id)) == 1;
    }

    private NamedSql with(NamedSql sql, UUID article, UUID id, EditorsEffect event, ActingDocument acting) {
        return sql.with("id", id).with("article", article).with("kind", event.kind().wireName()).with("eId", event.eId())
                .with("part", event.part().wireName()).with("named", event.named()).with("phrase", event.phrase())
                .with("replacement", event.replacement()).with("acting", acting.document() == null ? null : json(acting.document()))
                .with("actingKey", acting.key().key()).with("actingType", acting.key().typeKey()).with("actingIssuedOn", acting.key().issuedOn())
                .with("provisions", event.provisions()).with("from", event.since()).with("until", event.until())
                .with("sourceDate", event.sourceDate()).with("quote", event.quote()).with("quoteEId", event.quoteEId())
                .with("quoteStart", event.quoteStart()).with("quoteEnd", event.quoteEnd()).with("corrects", event.corrects());
    }

    private String json(DirectiveView document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
