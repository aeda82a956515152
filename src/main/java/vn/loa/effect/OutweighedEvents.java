package vn.loa.effect;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
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

/** Finds the events of which a more trusted source says the same. */
@Startup
@ApplicationScoped
public class OutweighedEvents {

    private static final NamedSql SAID = SqlFile.read("effect/said-of-sections");

    private final SqlReader rows;

    OutweighedEvents(SqlReader rows) {
        this.rows = rows;
    }

    /**
     * The ids of the events that do not count for any of these documents, in one statement.
     *
     * @param articles that carry the documents
     * @param sections the eIds of the sections that are touched; an empty one for the documents as a whole
     */
    public Set<UUID> among(Collection<UUID> articles, Collection<String> sections) {
        KnownEvents reader = new KnownEvents();
        Map<UUID, List<KnownEvent>> said = new HashMap<>();
        rows.each(SAID.with("articles", articles).with("sections", sections),
                row -> said.computeIfAbsent(row.get("touched_id", UUID.class), key -> new ArrayList<>()).add(reader.read(row)));
        Set<UUID> outweighed = new HashSet<>();
        Set<UUID> counted = new HashSet<>();
        said.values().forEach(events -> {
            events.forEach(event -> outweighed.add(event.id()));
            counted.addAll(Trust.resolved(events).stream().map(KnownEvent::id).collect(Collectors.toSet()));
        });
        outweighed.removeAll(counted);
        return outweighed;
    }
}
