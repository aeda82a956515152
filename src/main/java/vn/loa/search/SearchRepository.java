package vn.loa.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.RegisterEntryView.Carrier;

/** Reads what is searched: the table {@code search_entry}. One statement a request, without a transaction around it. */
@ApplicationScoped
class SearchRepository {

    /** What an article shows. */
    record FoundArticle(Carrier article, DirectiveView directive, Instant firstPublishedAt) {
    }

    /**
     * An entry that was found.
     *
     * @param eId of the section; null for an article, as are marker and heading
     * @param text of an article: summary and body, a line a paragraph; null for a section, or without any
     * @param paragraphs of a section
     */
    record Found(FoundArticle article, String eId, String marker, String heading, String text,
            List<ParagraphView> paragraphs) {
    }

    /** A value of a facet, and how often it was found. */
    record FacetCount(String facet, String value, int n) {
    }

    /** A page of what was found. */
    record Result(int total, List<FacetCount> facets, List<Found> found) {
    }

    private final AgroalDataSource database;
    private final ObjectMapper json;

    SearchRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One statement. */
    Result search(Tiers tiers, int offset, int size) {
        return query(SearchSql.SEARCH, (connection, statement) -> {
            Object queries = connection.createArrayOf("text", tiers.queries().toArray());
            statement.setString(1, tiers.sieve());
            statement.setString(2, tiers.words());
            statement.setObject(3, queries);
            statement.setObject(4, queries);
            statement.setInt(5, size);
            statement.setInt(6, offset);
        }, rows -> {
            int total = 0;
            List<FacetCount> facets = List.of();
            List<Found> found = new ArrayList<>();
            while (rows.next()) {
                total = rows.getInt("total");
                String counted = rows.getString("facets");
                facets = counted == null ? facets : read(counted, new TypeReference<>() { });
                if (rows.getString("slug") != null) {
                    found.add(found(rows));
                }
            }
            return new Result(total, facets, found);
        });
    }

    /** Those of the better tiers first, inside a tier the newest: one statement. */
    List<FoundArticle> suggest(List<String> tiers) {
        return query(SearchSql.SUGGEST,
                (connection, statement) -> statement.setObject(1, connection.createArrayOf("text", tiers.toArray())),
                rows -> {
                    List<FoundArticle> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(article(rows));
                    }
                    return found;
                });
    }

    private Found found(ResultSet row) throws SQLException {
        String paragraphs = row.getString("paragraphs");
        return new Found(article(row), row.getString("eid"), row.getString("marker"), row.getString("heading"),
                row.getString("text"), paragraphs == null ? List.of() : read(paragraphs, new TypeReference<>() { }));
    }

    private static FoundArticle article(ResultSet row) throws SQLException {
        String type = row.getString("directive_type");
        String number = row.getString("directive_number");
        Date issuedOn = row.getDate("directive_issued_on");
        return new FoundArticle(
                new Carrier(row.getObject("article_id", UUID.class), row.getString("slug"), row.getString("state"),
                        row.getString("title")),
                type == null && number == null ? null : new DirectiveView(type, number, row.getString("directive_issuer"),
                        issuedOn == null ? null : issuedOn.toLocalDate(), row.getString("directive_title")),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Setting {
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Setting setting, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.set(connection, statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a search failed", e);
        }
    }
}
