package vn.loa.directive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/**
 * Where citations lead: a row for each public directive that has a number, and one more for each law, by its name. A publish or a removal writes the row of its
 * own article and no other, so it takes the same time however many texts cite the document, and two of them never wait for
 * each other.
 */
@Startup
@Singleton
public class Documents {

    private static final NamedSql FIND = SqlFile.read("directive/cited-documents");
    private static final NamedSql PUT = SqlFile.read("directive/document-put");
    private static final NamedSql DELETE = NamedSql.of("delete from document where article_id = :article");

    /** @param keys none for an article to which no citation leads */
    private record Published(UUID article, List<String> keys, DirectiveView view, String slug, String title) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<Published>> publishing = this::publish;
    private final ObjectReader one;
    private final ObjectReader many;

    Documents(SqlReader rows, SqlWriter changes, Together together, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.together = together;
        this.one = json.readerFor(StoredCitation.class);
        this.many = json.readerForListOf(StoredCitation.class);
    }

    /** Citations of the directive's number, or of a law's name, lead to the article from now on. Joins the caller's transaction. */
    public void publish(UUID article, String slug, Directive directive, String articleTitle) {
        DirectiveView view = directive == null ? null : directive.view();
        together.run(publishing, new Published(article, directive == null ? List.of() : directive.citedBy(), view, slug,
                view == null || view.title() == null ? articleTitle : view.title()));
    }

    private void publish(List<Published> articles) {
        List<Published> owners = articles.stream().flatMap(each -> each.keys.stream().map(key -> each)).toList();
        changes.update(PUT.with("articles", articles.stream().map(Published::article).toList()).with("owners", column(owners, Published::article))
                .with("keys", articles.stream().flatMap(each -> each.keys.stream()).toList())
                .with("types", column(owners, each -> CitedDocument.typeKey(each.view.type())))
                .with("days", column(owners, each -> Objects.toString(each.view.issuedOn(), null)))
                .with("slugs", column(owners, Published::slug)).with("titles", column(owners, Published::title)));
    }

    /** May have nulls. */
    private static <T> List<T> column(List<Published> owners, Function<Published, T> column) {
        return owners.stream().map(column).toList();
    }

    /** No citation leads to the article any more. Joins the caller's transaction. */
    public void remove(UUID article) {
        changes.update(DELETE.with("article", article));
    }

    /** The citations, each with the public directives to which it leads: one statement, none if no citation has a number or a law's name. */
    List<CitationView> views(List<StoredCitation> citations) {
        return views(citations, targets(citations));
    }

    /** @param targets of these citations, and perhaps of others */
    static List<CitationView> views(List<StoredCitation> citations, Map<CitedDocument, List<CitationView.Target>> targets) {
        List<CitationView> views = new ArrayList<>(citations.size());
        for (StoredCitation citation : citations) {
            CitedDocument document = citation.document();
            views.add(citation.view(document == null ? List.of() : targets.getOrDefault(document, List.of())));
        }
        return views;
    }

    /** @param stored JSON in UTF-8; null for no citations */
    List<StoredCitation> read(byte[] stored) {
        return stored == null ? List.of() : read(many, stored);
    }

    StoredCitation readOne(byte[] stored) {
        return read(one, stored);
    }

    private static <T> T read(ObjectReader reader, byte[] stored) {
        try {
            return reader.readValue(stored);
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of citations cannot be read", e);
        }
    }

    /** The public directives that the citations may mean, by what they say, the latest first. */
    Map<CitedDocument, List<CitationView.Target>> targets(Collection<StoredCitation> citations) {
        Set<CitedDocument> cited = new LinkedHashSet<>();
        citations.stream().map(StoredCitation::document).filter(Objects::nonNull).forEach(cited::add);
        return find(cited);
    }

    /**
     * Like {@link #find}, mostly without a statement.
     *
     * @param packed see {@link CitedDocuments}
     */
    Map<CitedDocument, List<CitationView.Target>> targets(Set<CitedDocument> cited, byte[] packed) {
        return CitedDocuments.find(cited, packed).orElseGet(() -> find(cited));
    }

    /** The public directives that texts may mean, by what they say, the latest first: one statement, none for no documents. */
    public Map<CitedDocument, List<CitationView.Target>> find(Set<CitedDocument> cited) {
        if (cited.isEmpty()) {
            return Map.of();
        }
        List<CitedDocument> wanted = List.copyOf(cited);
        Map<CitedDocument, List<CitationView.Target>> targets = new HashMap<>();
        rows.each(FIND.with("keys", wanted.stream().map(CitedDocument::key).toList())
                .with("types", wanted.stream().map(CitedDocument::typeKey).toList())
                .with("dates", wanted.stream().map(document -> Objects.toString(document.issuedOn(), null)).toList())
                .with("limits", wanted.stream().map(document -> Objects.toString(document.notAfter(), null)).toList()),
                row -> targets.computeIfAbsent(wanted.get((int) (row.get("n", Long.class) - 1)), n -> new ArrayList<>())
                        .add(new CitationView.Target(row.get("article_id", UUID.class), row.text("slug"), row.text("title"))));
        return targets;
    }
}
