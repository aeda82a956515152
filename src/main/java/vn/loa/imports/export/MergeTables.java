package vn.loa.imports.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpTables;
import vn.loa.sql.NamedSql;

/**
 * What a merge does with the rows of each table of an export: those that it adds, and for the others why it does not. The rows that
 * came stand in temporary tables of the same names behind {@code merging_}.
 */
final class MergeTables {

    /** Nothing happens where there is such a row. */
    private static final String NONE_TWICE = " on conflict do nothing";
    private static final String NEW = "exists (select from merging_fate f where f.id = t.article_id and f.new)";
    private static final String SLUG = "coalesce((select m.becomes from merging_slug_to m where m.slug = t.slug), t.slug)";
    private static final String CATEGORY = "(select c.becomes from merging_category_to c where c.id = t.category_id)";
    /** Null, or a draft's, until the texts are there. */
    private static final Map<String, String> OF_DRAFT = Map.ofEntries(Map.entry("state", "'draft'"), Map.entry("live_revision_id", "null"),
            Map.entry("withdrawal_explanation", "null"), Map.entry("withdrawn_at", "null"), Map.entry("removal_explanation", "null"),
            Map.entry("removed_at", "null"), Map.entry("redirect_to", "null"), Map.entry("listed", "null"), Map.entry("slug", SLUG),
            Map.entry("category_id", CATEGORY));

    /**
     * Rows that a merge adds.
     *
     * @param from the rows that came, as {@code t}
     * @param where which of them
     * @param values of columns that do not stay what they were; null leaves the column to the database
     * @param conflict behind the statement
     */
    private record Added(String table, String from, String where, Map<String, String> values, String conflict) {

        Added(String table, String where, Map<String, String> values, String conflict) {
            this(table, "merging_" + table + " t", where, values, conflict);
        }

        NamedSql sql() {
            List<String> columns = DumpTables.ALL.stream().filter(table -> table.name().equals(this.table)).findFirst().orElseThrow()
                    .columns(Audience.ADMIN).stream().filter(column -> !LEFT_TO_DATABASE.equals(values.get(column))).toList();
            return NamedSql.of("insert into " + table + " as h (" + String.join(", ", columns) + ") select "
                    + columns.stream().map(column -> values.getOrDefault(column, "t." + column)).collect(Collectors.joining(", "))
                    + " from " + from + " where " + where + conflict);
        }
    }

    private static final String LEFT_TO_DATABASE = "default";

    /** In the order in which they are added. Hours have a slot that no instance has, so that none who counts waits. */
    private static final List<Added> ADDED = List.of(
            new Added("media", "true", Map.of(), NONE_TWICE),
            new Added("media_content", "t.sha256 in (select sha256 from merging_media)", Map.of(), NONE_TWICE),
            new Added("article", "exists (select from merging_fate f where f.id = t.id and f.new)", OF_DRAFT, ""),
            new Added("revision", "exists (select from merging_brought b where b.id = t.id)", Map.of("id", "t.id + :revisions",
                    "number", "(select b.number from merging_brought b where b.id = t.id)", "slug", SLUG, "category_id", CATEGORY,
                    "section_ids", """
                    array(select coalesce(m.here, m.id + :sections) from unnest(t.section_ids) with ordinality p (id, n)
                    join merging_section_to m on m.id = p.id order by p.n)"""), ""),
            new Added("section", "exists (select from merging_section_to m where m.id = t.id and m.here is null and m.first is not null)",
                    Map.of("id", "t.id + :sections", "first_revision",
                    "(select m.first from merging_section_to m where m.id = t.id) + :revisions"), ""),
            new Added("slug", "true", Map.of("slug", SLUG), NONE_TWICE),
            new Added("schedule", NEW + " or t.status <> 'pending'", Map.of(), NONE_TWICE),
            new Added("article_words", "exists (select from merging_brought b join merging_fate f on f.id = b.article_id and not f.drafted "
                    + "where b.article_id = t.article_id)", Map.of(),
                    " on conflict (article_id) do update set head = excluded.head, text = excluded.text"),
            new Added("document", NEW, Map.of("slug", "(select a.slug from article a where a.id = t.article_id)"), ""),
            new Added("citing_place", NEW, Map.of("section_id", "t.section_id + :sections"), ""),
            new Added("effect", NEW + " or t.source = 'editor'", Map.of(), NONE_TWICE),
            new Added("rejected_effect", "true", Map.of(), NONE_TWICE),
            new Added("relation", NEW, Map.of("id", LEFT_TO_DATABASE), ""),
            new Added("force", NEW, Map.of(), ""),
            new Added("force_period", NEW, Map.of(), ""),
            new Added("old_address", "true", Map.of("category_id", CATEGORY), NONE_TWICE),
            new Added("imported_page", "true", Map.of(), NONE_TWICE),
            new Added("import_source", "true", Map.of(), NONE_TWICE),
            new Added("import_link", NEW, Map.of(), NONE_TWICE),
            new Added("merged_export", "true", Map.of("source", "case t.source when '' then :source else t.source end"), NONE_TWICE),
            counted("article_base", NEW, "article_id", "views"),
            counted("article_day", NEW, "article_id, day", "views"),
            counted("article_hour", "article_id, hour, -1 as slot, min(day) as day", "article_id, hour", NEW, "article_id, hour, slot", "views"),
            counted("article_views", "article_id, -1 as slot", "article_id", NEW, "article_id, slot", "views"),
            counted("article_rank", NEW, "article_id", "views"),
            counted("site_base", "false", "only_row", "total"),
            counted("site_day", "false", "day", "visits visitors hits views"),
            counted("site_hour", "hour, -1 as slot, min(day) as day", "hour", "false", "hour, slot", "visits visitors hits views"),
            counted("dropped_hit", "false", "day, reason", "refused"));

    /** Tables of which no row is added here, and why. */
    static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("category", "see MergedCategories"),
            Map.entry("category_slug", "as category"),
            Map.entry("category_tree", "its change is dated when categories are created"),
            Map.entry("scaled_picture", "made when it is first asked for"),
            Map.entry("preview_end", "previews of another Loa show nothing here"),
            Map.entry("public_count", "sql/imports/merge/counts.sql counts what comes"),
            Map.entry("article_filter", "sql/imports/merge/filters.sql"),
            Map.entry("in_force_range", "sql/imports/merge/in-force-ranges.sql"),
            Map.entry("force_day", "days are counted here"),
            Map.entry("effect_reading", "sql/imports/merge/effect-reading.sql"),
            Map.entry("change", "what followers of this log see happen is new: sql/imports/merge/changes.sql"),
            Map.entry("change_log", "as change"),
            Map.entry("visitor_key_end", "of keys that were never here"),
            Map.entry("sample_content", "whether it was loaded here"),
            Map.entry("api_key", "a key without its secret opens nothing"),
            Map.entry("audit", "sql/imports/merge/audit.sql"));

    private MergeTables() {
    }

    /** What is added to what was counted here, unless the source's counts are here already: then only what fits {@code where}. */
    private static Added counted(String table, String where, String key, String sums) {
        return counted(table, "merging_" + table + " t", where, key, sums.split(" "));
    }

    /** Likewise, with the sums of rows that are alike. */
    private static Added counted(String table, String columns, String alike, String where, String key, String sums) {
        String[] each = sums.split(" ");
        return counted(table, "(select " + columns + Stream.of(each).map(sum -> ", sum(" + sum + ") as " + sum).collect(Collectors.joining())
                + " from merging_" + table + " group by " + alike + ") t", where, key, each);
    }

    private static Added counted(String table, String from, String where, String key, String[] sums) {
        return new Added(table, from, "(:counted or " + where + ")", Map.of(), " on conflict (" + key + ") do update set "
                + Stream.of(sums).map(sum -> sum + " = h." + sum + " + excluded." + sum).collect(Collectors.joining(", ")));
    }

    /** The statements, with the parameters revisions and sections (added to the numbers of rows that came), counted and source. */
    static List<NamedSql> statements() {
        return ADDED.stream().map(Added::sql).toList();
    }

    /** Those of which rows are added. */
    static List<String> names() {
        return ADDED.stream().map(Added::table).toList();
    }

    /** Whether no row of the table is needed, or could be stored without its secrets. */
    static boolean isSkipped(String table) {
        return table.equals("api_key");
    }
}
