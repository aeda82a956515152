package vn.loa.effect;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.structure.EId;

/** Reads what the force of documents is made of: the events that touch them, and their sections. */
@Startup
@ApplicationScoped
class ForceSources {

    private static final NamedSql EVENTS = SqlFile.read("effect/events-touching");
    private static final NamedSql SECTIONS = SqlFile.read("effect/sections-of-documents");

    private final SqlReader rows;

    ForceSources(SqlReader rows) {
        this.rows = rows;
    }

    /** The events that touch the documents of public articles, in one statement. */
    Map<UUID, List<KnownEvent>> events(Collection<UUID> articles) {
        KnownEvents reader = new KnownEvents();
        Map<UUID, List<KnownEvent>> events = new HashMap<>();
        rows.each(EVENTS.with("articles", articles),
                row -> events.computeIfAbsent(row.get("touched_id", UUID.class), key -> new ArrayList<>()).add(reader.read(row)));
        return events;
    }

    /**
     * Each section with the one that holds it, in document order; in one statement.
     *
     * @param articles those that an event touches: where there is none, all sections have the status of the document
     */
    Map<UUID, Map<EId, EId>> parents(Collection<UUID> articles) {
        record Placed(long position, EId section, EId parent) {
        }
        if (articles.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Placed>> placed = new HashMap<>();
        rows.each(SECTIONS.with("articles", articles), row -> {
            String parent = row.text("parent_eid");
            placed.computeIfAbsent(row.get("article_id", UUID.class), key -> new ArrayList<>()).add(new Placed(
                    row.get("position", Long.class), new EId(row.text("eid")), parent == null ? null : new EId(parent)));
        });
        Map<UUID, Map<EId, EId>> parents = new HashMap<>();
        placed.forEach((article, sections) -> {
            sections.sort(Comparator.comparingLong(Placed::position));
            Map<EId, EId> own = new LinkedHashMap<>();
            sections.forEach(each -> own.put(each.section, each.parent));
            parents.put(article, own);
        });
        return parents;
    }
}
