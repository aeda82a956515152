package vn.loa.effect.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.ArticleRef;
import vn.loa.directive.CitationView;
import vn.loa.directive.CitedDocument;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.Documents;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.PageReader;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads relations with the articles at both ends: two statements, and one more for those in which others stand to a document. */
@ApplicationScoped
class RelationRepository {

    private static final String COLUMNS = "t.article_id, t.kind" + DocumentEnd.columns("acting") + DocumentEnd.columns("document")
            + ", t.read_in, t.quote, t.quote_eid, t.quote_start, t.quote_end, " + DocumentEnd.OWN;

    private static final String KEYS = "select document_key, type_key, issued_on from document where article_id = ?";
    /** But for those of older texts, as in the view effect_touching. */
    static final String TO = "select t.* from relation t where names_document_on(t.document_key, t.document_type_key, "
            + "t.document_issued_on, coalesce(t.acting_issued_on, t.read_in), %s::text, %s::text, %s::date)";
    private static final String NONE = "select t.* from relation t where false";

    private final SqlReader rows;
    private final PageReader pages;
    private final Documents documents;
    private final ObjectReader json;

    RelationRepository(SqlReader rows, PageReader pages, Documents documents, ObjectMapper json) {
        this.rows = rows;
        this.pages = pages;
        this.documents = documents;
        this.json = json.readerFor(DirectiveView.class);
    }

    private record Stored(String kind, DocumentEnd by, DocumentEnd target, EffectView.Words quote, ArticleRef statedIn) {

        Stream<CitedDocument> names() {
            return Stream.of(by, target).map(DocumentEnd::name).filter(Objects::nonNull);
        }

        RelationView view(Map<CitedDocument, List<CitationView.Target>> found) {
            Set<String> waitsFor = new LinkedHashSet<>();
            Stream.of(by, target).map(DocumentEnd::tag).flatMap(Optional::stream).forEach(waitsFor::add);
            return new RelationView(kind, RelationView.Related.of(by.document(), by.articles(found)),
                    RelationView.Related.of(target.document(), target.articles(found)), quote, statedIn, waitsFor);
        }
    }

    /** A page of the relations in which an article's document stands to others, or others to it. */
    Page<RelationView> list(UUID article, Direction direction, ListQuery query) {
        Page<Stored> page = direction == Direction.IN ? to(article, query)
                : pages.page(query, new NamedSql(COLUMNS, Map.of("article", article)), "relation_by t", Set.of(DocumentEnd.JOIN_OWN),
                        "t.acting_id = :article", this::read);
        Set<CitedDocument> names = new LinkedHashSet<>();
        page.items().stream().flatMap(Stored::names).forEach(names::add);
        Map<CitedDocument, List<CitationView.Target>> found = documents.find(names);
        return page.withItems(page.items().stream().map(stored -> stored.view(found)).toList());
    }

    /**
     * The relations to a document. An index has those to each of its keys in the order of the list, and the first of each are merged:
     * all relations to a law would have to be sorted.
     */
    private Page<Stored> to(UUID article, ListQuery query) {
        NamedSql.Values values = new NamedSql.Values("k");
        List<String> toEach = rows.read(KEYS, row -> TO.formatted(values.bind(row.text("document_key")),
                bound(values, row.text("type_key")), bound(values, row.get("issued_on", LocalDate.class))), article);
        List<String> parts = toEach.isEmpty() ? List.of(NONE) : toEach;
        String first = query.filterAndCursor().text() + " order by " + query.orderBy() + " limit " + (query.offset() + query.limit() + 1);
        return pages.page(query, values.in(COLUMNS), union(parts.stream().map(part -> part + first).toList()), union(parts),
                Set.of(DocumentEnd.JOIN_OWN), "true", this::read);
    }

    private static String union(List<String> parts) {
        return "((" + String.join(") union all (", parts) + ")) t";
    }

    private static String bound(NamedSql.Values values, Object value) {
        return value == null ? "null" : values.bind(value);
    }

    private Stored read(ResultRow row) {
        String quote = row.text("quote");
        LocalDate day = row.get("read_in", LocalDate.class);
        LocalDate actingDay = row.get("acting_issued_on", LocalDate.class);
        return new Stored(row.text("kind"), DocumentEnd.read(row, "acting", day, json),
                DocumentEnd.read(row, "document", actingDay == null ? day : actingDay, json),
                quote == null ? null : new EffectView.Words(quote, row.text("quote_eid"), row.get("quote_start", Integer.class),
                        row.get("quote_end", Integer.class)),
                new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"), row.text("article_title")));
    }
}
