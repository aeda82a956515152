package vn.loa.citation.check;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.article.ArticleRef;
import vn.loa.directive.CitedDocument;
import vn.loa.directive.DirectiveView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.citation.Citation;

/** Finds the public documents that citations may mean, and those that only share their number. */
@Startup
@ApplicationScoped
class CitedDocuments {

    private static final NamedSql FIND = SqlFile.read("citation/check-documents");
    private static final Pattern OF_YEAR = Pattern.compile("năm ((?:19|20)[0-9]{2})$");

    /**
     * A public document.
     *
     * @param sameType whether its type is the cited one
     * @param sameDate whether its date is the cited one, or the year
     */
    record Found(UUID articleId, long revisionId, DirectiveView directive, ArticleRef article, boolean sameType, boolean sameDate) {

        boolean agrees() {
            return sameType && sameDate;
        }
    }

    /** @param year of a law that is cited by its name and year; null otherwise */
    record Wanted(CitedDocument document, Integer year) {

        private String text(Function<CitedDocument, Object> value) {
            return Objects.toString(value.apply(document), null);
        }
    }

    private final SqlReader rows;

    CitedDocuments(SqlReader rows) {
        this.rows = rows;
    }

    /**
     * By what a citation is looked up; null for a document without a number that is no law.
     *
     * @param on a law's mere name means none that came later
     */
    static Wanted wanted(Citation citation, LocalDate on) {
        String typeKey = CitedDocument.typeKey(citation.type());
        String key = CitedDocument.key(citation);
        if (key != null) {
            return new Wanted(new CitedDocument(key, typeKey, citation.issuedOn(), CitedDocument.isMereName(citation) ? on : null), null);
        }
        Matcher year = OF_YEAR.matcher(citation.raw());
        String name = CitedDocument.nameKey(citation.type(), citation.title());
        return name == null || !year.find() ? null
                : new Wanted(new CitedDocument(name, typeKey, null, null), Integer.valueOf(year.group(1)));
    }

    /** In one statement; none for nothing wanted. */
    Map<Wanted, List<Found>> find(Collection<Wanted> citations) {
        Set<Wanted> distinct = new LinkedHashSet<>(citations);
        distinct.remove(null);
        Map<Wanted, List<Found>> found = new HashMap<>();
        if (distinct.isEmpty()) {
            return found;
        }
        List<Wanted> all = List.copyOf(distinct);
        rows.each(FIND.with("keys", each(all, CitedDocument::key)).with("types", each(all, CitedDocument::typeKey))
                .with("dates", each(all, CitedDocument::issuedOn)).with("limits", each(all, CitedDocument::notAfter))
                .with("years", all.stream().map(wanted -> Objects.toString(wanted.year, null)).toList()),
                row -> found.computeIfAbsent(all.get(row.get("n", Long.class).intValue() - 1), n -> new ArrayList<>()).add(read(row)));
        return found;
    }

    private static List<String> each(List<Wanted> all, Function<CitedDocument, Object> value) {
        return all.stream().map(wanted -> wanted.text(value)).toList();
    }

    private static Found read(ResultRow row) {
        return new Found(row.get("article_id", UUID.class), row.get("revision_id", Long.class), DirectiveView.read(row, ""), articleRef(row),
                row.get("same_type", Boolean.class), row.get("same_date", Boolean.class));
    }

    /** Null on a row without an article. */
    static ArticleRef articleRef(ResultRow row) {
        UUID id = row.get("article_id", UUID.class);
        return id == null ? null : new ArticleRef(id, row.text("slug"), row.text("state"), row.text("article_title"));
    }
}
