package vn.loa.imports.dump;

import java.util.List;
import java.util.Map;

/**
 * Every table of the database, once, in an order in which foreign keys lead to tables that come before: but for those of a
 * table to itself, and from an article to its live revision. A test holds that no table and no column is missing.
 */
public final class DumpTables {

    private static final String ANY = "true";
    private static final String OF_PUBLIC_ARTICLE = "article_id in (select id from public_article)";
    private static final String PUBLISHED = "number is not null and " + OF_PUBLIC_ARTICLE;
    /** As vn.loa.media decides it: a published revision of a public article has carried the file. */
    private static final String PUBLIC_FILE = """
            id in (select (f.file ->> 'id')::uuid from revision r cross join jsonb_array_elements(r.attachments) as f (file)
            where r.number is not null and r.article_id in (select id from public_article)
            union all select (r.picture ->> 'id')::uuid from revision r
            where r.number is not null and r.article_id in (select id from public_article) and r.picture is not null)""";

    /** In the order in which they are written, and stored. */
    public static final List<DumpTable> ALL = List.of(
            DumpTable.of("category", "id slug title sort_order parent_id merged_into created_at version place path_ids path").open(ANY),
            DumpTable.of("category_slug", "slug category_id").open(ANY),
            DumpTable.of("category_tree", "only_row changed_at").open(ANY),
            DumpTable.of("media", "id file_name media_type size sha256 width height animated uploaded_at").open(PUBLIC_FILE),
            DumpTable.of("media_content", "sha256 content").pieces("content")
                    .open("sha256 in (select sha256 from media where " + PUBLIC_FILE + ")"),
            DumpTable.of("scaled_picture", "sha256 width media_type content_sha256 size").exported(),
            DumpTable.of("article", "id slug state live_revision_id first_published_at public_updated_at updated_at "
                    + "withdrawal_explanation withdrawn_at removal_explanation removed_at redirect_to listed category_id")
                    .editorial("created_at version")
                    .open("state in ('published', 'withdrawn')"),
            DumpTable.of("revision", "id article_id number language title summary byline body section_ids citations tags directive_type "
                    + "directive_number directive_number_key directive_issuer directive_issued_on directive_title "
                    + "published_at change_note minor attachments picture body_bytes section_bytes citation_bytes "
                    + "cites category_id").editorial("created_at updated_at slug").open(PUBLISHED),
            DumpTable.of("section", "id article_id first_revision content_hash eid parent_eid level kind number marker heading "
                    + "paragraphs citations notes bytes")
                    .open(OF_PUBLIC_ARTICLE + " and first_revision in (select id from revision where number is not null)"),
            DumpTable.of("slug", "slug article_id public").open("public and " + OF_PUBLIC_ARTICLE),
            DumpTable.of("schedule", "id article_id action at zone change_note minor explanation status reason created_by created_at "
                    + "ended_at").exported(),
            DumpTable.of("preview_end", "links ended_at").exported(),
            DumpTable.of("article_words", "article_id head text").exported(),
            DumpTable.of("public_count", "field value change").exported(),
            DumpTable.of("article_filter", "field value first_published_at article_id").exported(),
            DumpTable.of("document", "article_id document_key type_key issued_on slug title").exported(),
            DumpTable.of("citing_place", "document_key published_at article_id section_id place type_key issued_on not_after pinpoints "
                    + "bytes").exported(),
            DumpTable.of("effect", "id article_id source place kind target target_key target_type_key target_issued_on eid part named "
                    + "phrase replacement acting acting_key acting_type_key acting_issued_on provisions from_day until_day read_in "
                    + "quote quote_eid quote_start quote_end corrects").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("rejected_effect", "effect_id article_id").editorial("at actor reason").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("relation", "id article_id place kind acting acting_key acting_type_key acting_issued_on document "
                    + "document_key document_type_key document_issued_on read_in quote quote_eid quote_start quote_end")
                    .open(OF_PUBLIC_ARTICLE),
            DumpTable.of("force", "article_id keys known_until consolidates consolidates_key consolidates_type_key "
                    + "consolidates_issued_on changed_at issued_on shown shown_from shown_before section_bytes shown_sections "
                    + "year in_force_from").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("force_period", "article_id eid from_day before_day status effects since until shown").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("in_force_range", "value published_at issued_on article_id").exported(),
            DumpTable.of("force_day", "only_row done reached zone").open(ANY),
            DumpTable.of("effect_reading", "only_row version reached").exported(),
            DumpTable.of("change", "number kind article_id category_id slug revision title at explanation redirect_to recorded_at "
                    + "numbers moved_to").exported(),
            DumpTable.of("change_log", "only_row last deleted_to changed_at stamp").exported(),
            DumpTable.of("site_hour", "hour slot day visits visitors hits views").open(ANY),
            DumpTable.of("site_day", "day visits visitors hits views").open(ANY),
            DumpTable.of("article_hour", "article_id hour slot day views").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("article_day", "article_id day views").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("article_views", "article_id slot views").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("article_rank", "article_id views").exported(),
            DumpTable.of("site_base", "only_row total").open(ANY),
            DumpTable.of("article_base", "article_id views").open(OF_PUBLIC_ARTICLE),
            DumpTable.of("dropped_hit", "day reason refused").exported(),
            DumpTable.of("visitor_key_end", "day destroyed_at").exported(),
            DumpTable.of("stored_hit", "id day"),
            DumpTable.of("old_address", "id address_key address article_id category_id media_id recorded_at")
                    .open("(article_id is null or " + OF_PUBLIC_ARTICLE + ") and (media_id is null or media_id in "
                            + "(select id from media where " + PUBLIC_FILE + "))"),
            DumpTable.of("imported_page", "fingerprint article_id imported_at").exported(),
            DumpTable.of("import_source", "source_name source article_id media_id sha256 tag imported_at").exported(),
            DumpTable.of("import_link", "source_name found_by article_id written").exported(),
            DumpTable.of("import_job", "id state phase source_name content_type publish dry_run create_categories actor admin created_at "
                    + "started_at ended_at parts bytes found done created updated unchanged changed_here skipped failed undone "
                    + "left_alone rated_at rated per_minute fault explanation undone_by finder finder_until"),
            DumpTable.of("import_part", "job_id number size sha256"),
            DumpTable.of("import_piece", "job_id part number content").pieces("content"),
            DumpTable.of("import_item", "job_id number line path kind source address media_type file_name notes content target status "
                    + "problem warnings published former tag undo undo_note").pieces("content"),
            DumpTable.of("import_key", "job_id key number"),
            DumpTable.of("merged_export", "export_id source merged_at").exported(),
            DumpTable.of("sample_content", "only_row loaded_at").exported(),
            // Addresses of receivers may hold their secrets.
            DumpTable.of("webhook", "id name event_types category_ids tags directive_types ordered created_at created_by version")
                    .secret("url"),
            DumpTable.of("webhook_key", "id webhook_id public_key created_at ends_at").secret("secret private_key"),
            DumpTable.of("webhook_state", "webhook_id state reason reached done resync_to replay_at replay_to test_id failed_tries "
                    + "failing_since next_try_at last_delivered_at last_status last_failure lease_holder lease_until"),
            DumpTable.of("webhook_delivery", "id webhook_id message_id event_type number tried_at tries status failure millis "
                    + "next_try_at"),
            DumpTable.of("api_key", "id name roles created_at prefix created_by expires_at revoked_at last_used_at").secret("hash")
                    .exported(),
            DumpTable.of("audit", "id at actor action subject subject_id from_revision to_revision details").exported(),
            DumpTable.of("signing_key", "name").secret("key"),
            // For a day, and of no use without the caller's key.
            DumpTable.of("idempotent_answer", "owner key_hash created_at").secret("request_hash answer"));

    /** Tables of which nothing is written, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("flyway_schema_history", "the migrations write it"),
            Map.entry("visitor_key", "visitors of the present day are in no backup: vn.loa.visitor.count.DayKeys makes another key"),
            Map.entry("visitor_state", "as visitor_key"),
            Map.entry("view_state", "as visitor_key"),
            Map.entry("search_entry", "made of the texts: vn.loa.search.index.SearchRebuild makes it anew, as Restore asks for"),
            Map.entry("search_index", "as search_entry"),
            Map.entry("search_change", "as search_entry"),
            Map.entry("shown_text", "made of the texts: R__shown_texts.sql makes it anew, and an import of an export"),
            Map.entry("export_job", "exports are made of what is here, and are deleted after some days"),
            Map.entry("export_part", "as export_job"),
            Map.entry("export_piece", "as export_job"),
            Map.entry("edge_target", "what caches in front have is not known after a restore: without its row everything is purged"),
            Map.entry("merge_collision", "as export_job"));

    private DumpTables() {
    }
}
