package vn.loa.directive.force;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.sql.NamedSql;
import vn.loa.sql.PackedValues;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/**
 * Reads which public documents and sections are in force on a day, from the view {@code section_status}. Of what it does not
 * have, nothing is known. One statement each, none for no documents.
 */
@Singleton
public class Forces {

    /** The parameter of {@link #column(String)}: a date. */
    public static final String DAY = "forceDay";
    /** The column {@code force_bytes}, behind others: the most bytes that the statuses of a text's sections take. */
    public static final String SECTION_BYTES = ", coalesce((select s.section_bytes from shown_force s where s.article_id = %s), 0) as force_bytes";
    /** In bytes: more are read when memory has been reserved for them. */
    private static final int MOST_READ_WITH_ROW = 256 << 10;
    /** The columns {@code force}, with the stored status, for {@link #stored}, and {@code force_bytes}; they need {@link #STORED_FROM}. */
    public static final String STORED = ForceColumn.JOINED + ", coalesce(s.section_bytes, 0) as force_bytes";
    /** The column {@code force_sections} beside {@link #STORED}, for {@link #storedSections}. */
    public static final String STORED_OF_SECTIONS = ", case when s.holds and s.section_bytes between 1 and " + MOST_READ_WITH_ROW
            + " then coalesce(s.shown_sections, '') end as force_sections";
    /** For articles a. */
    public static final String STORED_FROM = " left join lateral (select s.*, " + ForceColumn.HOLDS
            + " as holds from shown_force s where s.article_id = a.id) s on true ";
    /** In the place of an eId. */
    static final String DOCUMENT = "";
    /** Parameters stand inside subqueries: with their values the planner would plan anew each time, which takes longer than the rest. */
    private static final String ON_DAY = " and s.from_day <= (select :forceDay::date) and s.before_day > (select :forceDay::date)";
    private static final NamedSql OF_DOCUMENTS = NamedSql.of("select s.article_id, s.eid, s.shown as force from section_status s where s.article_id = any ((select :articles::uuid[])::uuid[]) and s.eid = ''" + ON_DAY);
    private static final NamedSql OF_ALL = NamedSql.of("select s.article_id, s.eid, s.shown as force from section_status s where s.article_id = any ((select :articles::uuid[])::uuid[])" + ON_DAY);
    private static final NamedSql OF_SOME_OF_MANY = NamedSql.of("select s.article_id, s.eid, s.shown as force from section_status s where s.article_id = any ((select :articles::uuid[])::uuid[]) and s.eid = any ((select :eIds::text[])::text[])" + ON_DAY);
    private static final NamedSql OF_SOME = NamedSql.of("select s.eid, s.shown as force from section_status s where s.article_id = :article and s.eid = any ((select :eIds::text[])::text[])" + ON_DAY);

    private static final NamedSql OF_PLACES = NamedSql.of("select (select shown from status_on(p.article_id, p.eid, asked.day)) as force "
            + "from unnest(:articles::uuid[], :eIds::text[]) with ordinality p (article_id, eid, n) "
            + "cross join (select :forceDay::date as day offset 0) asked order by n");
    private static final String COVERAGE = "select min(from_day) as first, (nullif(max(before_day), 'infinity') - 1)::text as last "
            + "from in_force_period where article_id = ? having min(from_day) > '-infinity'";

    private final SqlReader rows;
    private final ObjectReader json;

    Forces(SqlReader rows, ObjectMapper mapper) {
        this.rows = rows;
        this.json = ForceView.reader(mapper);
    }

    /**
     * Runs a statement with the column {@code force}; once more when a stored status turns out to be one of other days: from midnight
     * until what is stored has followed, and of a day that is not today.
     *
     * @param today whether the day is the present one, as far as it is known here
     */
    public static <T> T read(LocalDate day, boolean today, Function<ForceColumn, T> reading) {
        if (today) {
            ForceColumn stored = ForceColumn.stored(day);
            T read = reading.apply(stored);
            if (!stored.isOutdated()) {
                return read;
            }
        }
        return reading.apply(ForceColumn.lookedUp(day));
    }

    /**
     * The column {@code force} of a statement, for {@link #read(ResultRow)}. It is a subquery, which the database asks for the rows of
     * a page alone, when it has sorted and counted.
     *
     * @param article the SQL expression of the article's id
     */
    public static String column(String article) {
        return "(select s.shown from section_status s where s.article_id = " + article + " and s.eid = ''" + ON_DAY + ") as force";
    }

    /** Reads the column {@code force}. */
    public ForceView read(ResultRow row) {
        return read(row.utf8("force"));
    }

    /** Reads {@link #STORED}; null for a status that is to be looked up by {@link #document}. */
    public ForceView stored(ResultRow row) {
        byte[] stored = row.utf8("force");
        return stored != null && ForceColumn.isOfOtherDays(stored) ? null : read(stored);
    }

    /**
     * Reads {@link #STORED_OF_SECTIONS}: the statuses of those sections that have another one than the document.
     *
     * @return null where they are to be looked up by {@link #sections}
     */
    public SectionForces storedSections(ResultRow row, ForceView document) {
        byte[] packed = row.utf8("force_sections");
        if (packed == null) {
            return null;
        }
        Map<String, ForceView> own = new HashMap<>();
        for (PackedValues values = new PackedValues(packed); values.hasNext();) {
            own.put(values.text(), read(values.utf8()));
        }
        return new SectionForces(document, own);
    }

    /** @param bytes the most that the statuses of a text's sections take */
    public static boolean areReadWithRow(long bytes) {
        return bytes >= 1 && bytes <= MOST_READ_WITH_ROW;
    }

    private ForceView read(byte[] stored) {
        return stored == null ? ForceView.UNKNOWN : ForceView.of(stored, json);
    }

    /**
     * The statuses of sections and documents, in their order.
     *
     * @param articles that have them
     * @param eIds of the sections; null stands for the document
     */
    public List<ForceView> of(List<UUID> articles, List<String> eIds, LocalDate day) {
        return articles.isEmpty() ? List.of()
                : rows.read(OF_PLACES.with("articles", articles).with("eIds", eIds).with(DAY, day), this::read);
    }

    /** The status of an article's document. */
    public ForceView document(UUID article, LocalDate day) {
        return documents(List.of(article), day).get(article);
    }

    /** The status of the document of each of these articles. */
    public Map<UUID, ForceView> documents(Collection<UUID> articles, LocalDate day) {
        Map<UUID, ForceView> found = new HashMap<>();
        articles.forEach(article -> found.put(article, ForceView.UNKNOWN));
        if (!articles.isEmpty()) {
            rows.each(OF_DOCUMENTS.with("articles", articles).with(DAY, day),
                    row -> found.put(row.get("article_id", UUID.class), read(row)));
        }
        return found;
    }

    /**
     * The first day on which a document is in force, or a part of it, and the last one, as an interval of ISO 8601:
     * "2020-03-05/2024-12-31", or "2020-03-05/.." while no end is known. Empty when the first day is unknown.
     */
    public Optional<String> coverage(UUID article) {
        return rows.read(COVERAGE, row -> row.get("first", LocalDate.class) + "/"
                + Objects.requireNonNullElse(row.text("last"), ".."), article).stream().findFirst();
    }

    /** The status of an article's document and those of its sections. */
    public SectionForces sections(UUID article, LocalDate day) {
        return sections(List.of(article), day).get(article);
    }

    /** The status of the document of each of these articles, and those of its sections. */
    public Map<UUID, SectionForces> sections(Collection<UUID> articles, LocalDate day) {
        return sections(OF_ALL, articles, day);
    }

    /** The status of the document of each of these articles, and those of its sections with one of these eIds. */
    public Map<UUID, SectionForces> sections(Collection<UUID> articles, Collection<String> eIds, LocalDate day) {
        return sections(OF_SOME_OF_MANY.with("eIds", Stream.concat(eIds.stream(), Stream.of(DOCUMENT)).toList()), articles, day);
    }

    private Map<UUID, SectionForces> sections(NamedSql sql, Collection<UUID> articles, LocalDate day) {
        Map<UUID, Map<String, ForceView>> found = new HashMap<>();
        articles.forEach(article -> found.put(article, new HashMap<>()));
        if (!articles.isEmpty()) {
            rows.each(sql.with("articles", articles).with(DAY, day),
                    row -> found.get(row.get("article_id", UUID.class)).put(row.text("eid"), read(row)));
        }
        Map<UUID, SectionForces> all = new HashMap<>();
        found.forEach((article, own) -> all.put(article, SectionForces.of(own)));
        return all;
    }

    /** The status of an article's document and those of some of its sections. */
    public SectionForces sections(UUID article, Collection<String> eIds, LocalDate day) {
        Map<String, ForceView> found = new HashMap<>();
        rows.each(OF_SOME.with("article", article).with("eIds", Stream.concat(eIds.stream(), Stream.of(DOCUMENT)).toList()).with(DAY, day),
                row -> found.put(row.text("eid"), read(row)));
        return SectionForces.of(found);
    }

    /** The status of a section of an article's document. */
    public ForceView section(UUID article, String eId, LocalDate day) {
        return sections(article, List.of(eId), day).of(eId);
    }
}
