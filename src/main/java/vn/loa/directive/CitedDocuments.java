package vn.loa.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.sql.PackedValues;

/**
 * The public directives that have one of some numbers or names, the latest first, packed into the column {@code documents} of a
 * statement that reads other things. Which of them a citation means is decided here as {@code cited-documents.sql} does.
 */
final class CitedDocuments {

    /** As many may be meant by one citation: see cited-documents.sql. */
    private static final int MOST_MEANT = 10;
    /** As many of one number or name are read. If there are more, some that are meant may be missing. */
    private static final int MOST_OF_ONE = 50;

    private static final List<String> COLUMNS = List.of("d.document_key", "d.type_key", "d.issued_on", "d.article_id", "d.slug", "d.title");

    private record Document(String typeKey, LocalDate issuedOn, CitationView.Target target) {

        /** As the function names_document does in SQL. */
        boolean isMeantBy(CitedDocument cited) {
            return (cited.typeKey() == null || cited.typeKey().equals(typeKey))
                    && (cited.issuedOn() == null || issuedOn == null || cited.issuedOn().equals(issuedOn))
                    && (cited.notAfter() == null || issuedOn == null || !issuedOn.isAfter(cited.notAfter()));
        }
    }

    private CitedDocuments() {
    }

    /**
     * The join of the column.
     *
     * @param keys the SQL expression of the keys, an array without doubles
     * @param alias of what is joined
     */
    static String join(String keys, String alias) {
        return "left join lateral (select " + PackedValues.pack("d.issued_on desc nulls last, d.article_id", COLUMNS)
                + " as documents from unnest(" + keys + ") wanted (key) "
                + "cross join lateral (select * from document where document_key = wanted.key order by issued_on desc nulls last, article_id "
                + "limit " + (MOST_OF_ONE + 1) + ") d) " + alias + " on true ";
    }

    /**
     * The directives that each of the cited documents may mean, as {@link Documents#find} finds them.
     *
     * @param packed the column
     * @return empty when too many have one of the numbers for all to have been read
     */
    static Optional<Map<CitedDocument, List<CitationView.Target>>> find(Set<CitedDocument> cited, byte[] packed) {
        Map<String, List<Document>> byKey = new HashMap<>();
        for (PackedValues values = new PackedValues(packed); values.hasNext();) {
            byKey.computeIfAbsent(values.text(), key -> new ArrayList<>()).add(read(values));
        }
        if (byKey.values().stream().anyMatch(documents -> documents.size() > MOST_OF_ONE)) {
            return Optional.empty();
        }
        Map<CitedDocument, List<CitationView.Target>> targets = new HashMap<>();
        cited.forEach(document -> targets.put(document, byKey.getOrDefault(document.key(), List.of()).stream()
                .filter(known -> known.isMeantBy(document)).limit(MOST_MEANT).map(Document::target).toList()));
        return Optional.of(targets);
    }

    private static Document read(PackedValues values) {
        String typeKey = values.text();
        String issuedOn = values.text();
        return new Document(typeKey, issuedOn == null ? null : LocalDate.parse(issuedOn),
                new CitationView.Target(UUID.fromString(values.text()), values.text(), values.text()));
    }
}
