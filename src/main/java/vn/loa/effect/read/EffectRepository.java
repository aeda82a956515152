package vn.loa.effect.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.directive.CitationView;
import vn.loa.directive.CitedDocument;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.Documents;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** Reads events in three statements: the events, which articles carry their documents, and which events are outweighed. */
@ApplicationScoped
public class EffectRepository {

    private static final String SELECT = "select " + EffectRow.COLUMNS + " from effect t " + EffectRow.JOIN + " where ";
    private static final NamedSql ONE = NamedSql.of(SELECT + "t.id = :id and (exists (select from effect_touching w "
            + "where w.touched_id = :article and w.id = t.id) or exists (select from effect_by w "
            + "where w.acting_id = :article and w.id = t.id))");
    private static final NamedSql SEVERAL = NamedSql.of(SELECT + "t.id = any (:ids) order by t.from_day nulls last, t.id");

    private final SqlReader rows;
    private final PageReader pages;
    private final AnswerLimit limit;
    private final Documents documents;
    private final EffectStatuses statuses;
    private final ObjectReader json;

    EffectRepository(SqlReader rows, PageReader pages, AnswerLimit limit, Documents documents, EffectStatuses statuses,
            ObjectMapper json) {
        this.rows = rows;
        this.pages = pages;
        this.limit = limit;
        this.documents = documents;
        this.statuses = statuses;
        this.json = json.readerFor(DirectiveView.class);
    }

    /** A page of the events that touch an article's document, or by which it touches others. */
    Page<EffectView> list(UUID article, Direction direction, ListQuery query) {
        boolean in = direction == Direction.IN;
        Page<EffectRow> page = pages.page(query, new NamedSql(EffectRow.COLUMNS, Map.of("article", article)),
                in ? "effect_touching t" : "effect_by t", Set.of(EffectRow.JOIN), in ? "t.touched_id = :article" : "t.acting_id = :article",
                row -> EffectRow.read(row, json), EffectRow::bytes);
        return page.withItems(views(article, page.items()));
    }

    /** An event of the article's list in either direction, as the present transaction sees it. */
    public Optional<EffectView> find(UUID article, UUID id) {
        return views(article, rows.read(ONE.with("article", article).with("id", id), row -> EffectRow.read(row, json))).stream().findFirst();
    }

    /** These events of an article, the earliest first: as many as fit into an answer. */
    List<EffectView> events(UUID article, Collection<UUID> ids) {
        List<EffectRow> stored = ids.isEmpty() ? List.of() : rows.read(SEVERAL.with("article", article).with("ids", ids),
                row -> EffectRow.read(row, json));
        return views(article, stored.subList(0, limit.fitting(stored.stream().map(EffectRow::bytes).toList())));
    }

    private List<EffectView> views(UUID article, List<EffectRow> stored) {
        Set<CitedDocument> names = new LinkedHashSet<>();
        stored.stream().flatMap(EffectRow::names).forEach(names::add);
        Map<CitedDocument, List<CitationView.Target>> found = documents.find(names);
        return statuses.of(article, stored.stream().map(event -> event.view(found)).toList());
    }
}
