package vn.loa.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores what was read in texts. Joins the caller's transaction, in which the articles are locked. */
@Startup
@ApplicationScoped
class EffectStore {

    private static final NamedSql STORED = NamedSql.of("""
            select article_id, id, target_key, target_type_key, target_issued_on, acting_issued_on, read_in
            from effect where article_id = any (:articles) and source <> 'editor'
            """);
    private static final NamedSql DELETE = NamedSql.of("delete from effect where article_id = any (:articles) and source <> 'editor'");
    private static final NamedSql INSERT = SqlFile.read("effect/effects-stored");
    private static final NamedSql DELETE_RELATIONS = NamedSql.of("delete from relation where article_id = any (:articles)");
    private static final NamedSql INSERT_RELATIONS = SqlFile.read("effect/relations-stored");
    /** In characters, about: bounds the memory of a statement. */
    private static final int LONGEST_STATEMENT = 1_000_000;

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ObjectWriter json;

    EffectStore(SqlReader rows, SqlWriter changes, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.json = json.writer();
    }

    /** What decides whether another document's force may have changed. An event's id tells neither type nor dates of documents. */
    private record Said(UUID article, UUID id, String target, String type, LocalDate issuedOn, LocalDate actingIssuedOn, LocalDate readIn) {
    }

    /**
     * Replaces the events that were read in the texts of articles.
     *
     * @return the keys of the documents of which each text says something else than before, by article
     */
    Map<UUID, Set<String>> replace(List<UUID> articles, List<StoredEffect> effects) {
        Set<Said> before = new HashSet<>(rows.read(STORED.with("articles", articles), row -> new Said(row.get("article_id", UUID.class),
                row.get("id", UUID.class), row.text("target_key"), row.text("target_type_key"), row.get("target_issued_on", LocalDate.class),
                row.get("acting_issued_on", LocalDate.class), row.get("read_in", LocalDate.class))));
        if (!before.isEmpty()) {
            changes.update(DELETE.with("articles", articles));
        }
        insert(INSERT, effects);
        Set<Said> after = effects.stream().map(each -> new Said(each.article(), each.id(), each.targetKey(), each.targetTypeKey(),
                each.targetIssuedOn(), each.actingIssuedOn(), each.readIn())).collect(Collectors.toSet());
        Set<Said> other = new HashSet<>(before);
        other.removeAll(after);
        after.removeAll(before);
        other.addAll(after);
        Map<UUID, Set<String>> targets = new HashMap<>();
        other.stream().filter(said -> said.target != null)
                .forEach(said -> targets.computeIfAbsent(said.article, article -> new HashSet<>()).add(said.target));
        return targets;
    }

    /** Replaces the relations that the texts of articles state. */
    void relate(List<UUID> articles, List<StoredRelation> relations) {
        changes.update(DELETE_RELATIONS.with("articles", articles));
        insert(INSERT_RELATIONS, relations);
    }

    private void insert(NamedSql sql, List<?> all) {
        StringBuilder some = new StringBuilder();
        for (Object row : all) {
            some.append(some.length() == 0 ? '[' : ',').append(write(row));
            if (some.length() > LONGEST_STATEMENT) {
                changes.update(sql.with("rows", some.append(']').toString()));
                some.setLength(0);
            }
        }
        if (some.length() > 0) {
            changes.update(sql.with("rows", some.append(']').toString()));
        }
    }

    private String write(Object row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read in a text cannot be written as JSON", e);
        }
    }
}
