package vn.loa.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.loa.article.PublicCounts;
import vn.loa.effect.ForcePeriods.Period;
import vn.loa.directive.DirectiveView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Stores the force of documents. Of rows that stay the same, none is written. */
@Startup
@ApplicationScoped
class ForceStore {

    private static final NamedSql STORED = NamedSql.of(
            "select article_id, eid, from_day, before_day, status, effects from force_period where article_id = any (:articles) "
                    + "order by article_id, eid, from_day");
    private static final NamedSql LEAVE = SqlFile.read("effect/ranges-left");
    private static final NamedSql ENTER = SqlFile.read("effect/ranges-entered");
    private static final NamedSql DROP = SqlFile.read("effect/periods-dropped");
    private static final NamedSql INSERT = SqlFile.read("effect/periods-stored");
    private static final NamedSql KNOWN_UNTIL = SqlFile.read("effect/known-until-put");
    private static final NamedSql SHOWN = SqlFile.read("effect/shown-put");
    private static final NamedSql PUT = SqlFile.read("effect/head-put");
    private static final NamedSql DELETE = NamedSql.of("delete from force where article_id = :article");
    /** Bounds the memory of a statement. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final SqlReader rows;
    private final SqlWriter changes;
    private final PublicCounts counts;
    private final ObjectWriter json;

    ForceStore(SqlReader rows, SqlWriter changes, PublicCounts counts, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.counts = counts;
        this.json = json.writer();
    }

    /** A row of force_period. Null stands for a first day, and a day after the last one, that there is not. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(UUID article, String eid, LocalDate fromDay, LocalDate beforeDay, String status, List<UUID> effects,
            LocalDate since, LocalDate until) {

        /** The rows of a section, or of a document. */
        static List<Row> of(UUID article, String eId, List<Period> periods) {
            List<Row> rows = new ArrayList<>(periods.size());
            int first = 0;
            while (first < periods.size()) {
                int last = first;
                while (last + 1 < periods.size() && periods.get(last + 1).status() == periods.get(first).status()) {
                    last++;
                }
                LocalDate since = day(periods.get(first).from());
                LocalDate before = day(periods.get(last).before());
                for (Period period : periods.subList(first, last + 1)) {
                    rows.add(new Row(article, eId, day(period.from()), day(period.before()), period.status().wireName(), period.effects(),
                            since, before == null ? null : before.minusDays(1)));
                }
                first = last + 1;
            }
            return rows;
        }

        private static LocalDate day(LocalDate day) {
            return day == LocalDate.MIN || day == LocalDate.MAX ? null : day;
        }
    }

    void put(Collection<ForceHead> heads) {
        if (!heads.isEmpty()) {
            changes.update(PUT.with("rows", write(heads.stream().map(HeadRow::of).toList())));
        }
    }

    void delete(UUID article) {
        leave(List.of(article));
        changes.update(DELETE.with("article", article));
    }

    /** The stored rows of each article, by eId. */
    Map<UUID, Map<String, List<Period>>> stored(Collection<UUID> articles) {
        Map<UUID, Map<String, List<Period>>> stored = new HashMap<>();
        rows.each(STORED.with("articles", articles), row -> stored
                .computeIfAbsent(row.get("article_id", UUID.class), key -> new HashMap<>())
                .computeIfAbsent(row.text("eid"), key -> new ArrayList<>())
                .add(new Period(row.get("from_day", LocalDate.class), row.get("before_day", LocalDate.class),
                        ForceStatus.ofWireName(row.text("status")).orElseThrow(), row.uuids("effects"))));
        return stored;
    }

    /** The rows of sections, and documents, that are others than before: of several articles, so that they are few statements. */
    static final class Replaced {
        private final List<UUID> articles = new ArrayList<>();
        private final List<String> dropped = new ArrayList<>();
        private final List<Row> added = new ArrayList<>();
        /** The articles whose documents are in force on other days. */
        private final List<UUID> documents = new ArrayList<>();

        /** @return whether any row is another one */
        boolean add(UUID article, Map<String, List<Period>> before, Map<String, List<Period>> after) {
            int rows = dropped.size() + added.size();
            if (!inForce(before).equals(inForce(after))) {
                documents.add(article);
            }
            before.forEach((eId, periods) -> {
                if (!periods.equals(after.get(eId))) {
                    articles.add(article);
                    dropped.add(eId);
                }
            });
            after.forEach((eId, periods) -> {
                if (!periods.equals(before.get(eId))) {
                    added.addAll(Row.of(article, eId, periods));
                }
            });
            return dropped.size() + added.size() > rows;
        }
    }

    /** The days on which a document is in force, wholly or in part: days on which this begins and ends in turn. */
    private static List<LocalDate> inForce(Map<String, List<Period>> rows) {
        List<LocalDate> days = new ArrayList<>();
        for (Period period : rows.getOrDefault(ForcePeriods.DOCUMENT, List.of())) {
            if (period.status() != ForceStatus.IN_FORCE && period.status() != ForceStatus.PARTLY) {
                continue;
            }
            if (!days.isEmpty() && days.get(days.size() - 1).equals(period.from())) {
                days.set(days.size() - 1, period.before());
            } else {
                days.addAll(List.of(period.from(), period.before()));
            }
        }
        return days;
    }

    /** A row of force. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record HeadRow(UUID article, List<String> keys, DirectiveView consolidates, String consolidatesKey,
            String consolidatesTypeKey, LocalDate consolidatesIssuedOn, LocalDate issuedOn) {

        static HeadRow of(ForceHead head) {
            StoredDocument document = head.consolidates();
            return new HeadRow(head.article(), head.keys(), document.view(), document.key().key(), document.key().typeKey(),
                    document.key().issuedOn(), head.issuedOn());
        }
    }

    /** Lists on a day are told last, because what they show of a document is made of its new rows. */
    void write(Replaced rows) {
        leave(rows.documents);
        if (!rows.dropped.isEmpty()) {
            changes.update(DROP.with("articles", rows.articles).with("eIds", rows.dropped));
        }
        for (int from = 0; from < rows.added.size(); from += ROWS_AT_ONCE) {
            changes.update(INSERT.with("rows", write(rows.added.subList(from, Math.min(rows.added.size(), from + ROWS_AT_ONCE)))));
        }
        if (!rows.documents.isEmpty()) {
            changes.update(ENTER.with("articles", rows.documents));
        }
    }

    private void leave(List<UUID> articles) {
        if (!articles.isEmpty()) {
            changes.update(LEAVE.with("articles", articles));
            counts.changed();
        }
    }

    /**
     * Stores up to which days sources are known.
     *
     * @param changed the articles of which other rows are others
     * @param changedAt when readers see the change; null when another step tells them
     * @return the articles of which anything is another one
     */
    List<UUID> knownUntil(Map<UUID, LocalDate> days, Collection<UUID> changed, Instant changedAt) {
        List<UUID> articles = List.copyOf(days.keySet());
        return rows.read(KNOWN_UNTIL.with("articles", articles).with("changed", changed).with("changedAt", changedAt)
                .with("days", articles.stream().map(article -> Objects.toString(days.get(article), null)).toList()),
                row -> row.get("article_id", UUID.class));
    }

    /** Stores what is shown of the documents of these articles on a day. */
    void show(Collection<UUID> articles, LocalDate today) {
        if (!articles.isEmpty()) {
            changes.update(SHOWN.with("articles", articles).with("today", today));
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is known of a document's force cannot be written as JSON", e);
        }
    }
}
