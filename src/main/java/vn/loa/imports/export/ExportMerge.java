package vn.loa.imports.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.loa.article.PublicCounts;
import vn.loa.article.publish.MergedArticle;
import vn.loa.cache.OtherInstances;
import vn.loa.cache.PublicChange;
import vn.loa.directive.ShownTexts;
import vn.loa.effect.ForceUpdates;
import vn.loa.problem.ProblemException;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.UncheckedSqlException;

/**
 * Merges the export of another portal into a Loa that has content: one transaction, so that a kill leaves everything as it was, and
 * the next instance begins anew. Editors wait from the moment on when the rows of the export have been read; readers do not.
 */
@Startup
@ApplicationScoped
class ExportMerge {

    private static final int LONGEST_SECONDS = (int) Duration.ofHours(12).toSeconds();
    /** Whoever edits locks the row of an article first, so that this mode makes them wait before they hold anything. */
    private static final List<NamedSql> ALONE = List.of(NamedSql.of("lock table category_tree in exclusive mode"),
            NamedSql.of("lock table article in exclusive mode"),
            NamedSql.of("lock table category, media, revision, section, slug, change_log in share row exclusive mode"));
    /** Whether the portal is here already, by whatever way it came, and whatever it was called. */
    private static final NamedSql COUNTED = NamedSql.of("select exists (select from merging_merged_export t "
            + "join merged_export h on h.export_id = t.export_id where t.source = '' and h.export_id <> :export) as counted");
    /** Portals that were merged into that one, and are here already. */
    private static final NamedSql CONTAINED = NamedSql.of("select t.source as there, min(h.source) as here from merging_merged_export t "
            + "join merged_export h on h.export_id = t.export_id where t.source <> '' and h.export_id <> :export group by t.source order by t.source limit 1");
    private static final NamedSql REMEMBER = NamedSql.of(
            "insert into merged_export (export_id, source, merged_at) values (:export, :source, :now) on conflict do nothing");
    private static final NamedSql REPORT = NamedSql.of(
            "insert into merge_collision (export_id, collision, value) values (:export, :collision, :value)");

    private static final List<NamedSql> MAKE_SLUGS = List.of(NamedSql.of(
            "create temporary table merging_slug_to (slug text primary key, article_id uuid not null, becomes text not null) on commit drop"),
            NamedSql.of("create index on merging_slug_to (becomes)"));
    private static final NamedSql SLUGS_TAKEN = SqlFile.read("imports/merge/slugs-taken");
    private static final NamedSql SLUG_IS_TAKEN = NamedSql.of("select exists (select from slug where slug = :slug) or exists (select from "
            + "merging_slug where slug = :slug) or exists (select from merging_slug_to where becomes = :slug) as taken");
    private static final NamedSql SLUG_BECOMES = NamedSql.of("insert into merging_slug_to values (:slug, :article, :becomes)");
    private static final NamedSql SLUGS_SEEN = NamedSql.of("update slug s set public = true from merging_slug t "
            + "where t.slug = s.slug and t.article_id = s.article_id and t.public and not s.public");

    private static final NamedSql FATE = SqlFile.read("imports/merge/fate");
    private static final NamedSql BROUGHT = SqlFile.read("imports/merge/brought");
    private static final NamedSql SECTIONS = SqlFile.read("imports/merge/sections");
    private static final NamedSql REVISION_NUMBERS = SqlFile.read("imports/merge/numbers-reserved", Map.of("table", "revision"));
    private static final NamedSql SECTION_NUMBERS = SqlFile.read("imports/merge/numbers-reserved", Map.of("table", "section"));
    /** Each statement finds quickly what those before it have put down. */
    private static final List<NamedSql> DECIDE = List.of(
            FATE, NamedSql.of("create unique index on merging_fate (id)"), NamedSql.of("analyze merging_fate"),
            BROUGHT, NamedSql.of("create unique index on merging_brought (id)"),
            NamedSql.of("create index on merging_brought (article_id)"), NamedSql.of("analyze merging_brought"),
            SECTIONS, NamedSql.of("create unique index on merging_section_to (id)"), NamedSql.of("analyze merging_section_to"));
    private static final NamedSql COLLISIONS = SqlFile.read("imports/merge/collisions");
    private static final NamedSql CHANGING = SqlFile.read("imports/merge/changing");
    private static final NamedSql STATES_OF_NEW = SqlFile.read("imports/merge/states-of-new");
    private static final NamedSql STATES_OF_CHANGING = SqlFile.read("imports/merge/states-of-changing");
    private static final NamedSql DRAFTS_OF_CHANGING = SqlFile.read("imports/merge/drafts-of-changing");
    private static final NamedSql RENAMED = SqlFile.read("imports/merge/renamed");
    private static final NamedSql COUNTS = SqlFile.read("imports/merge/counts");
    private static final NamedSql FILTERS = SqlFile.read("imports/merge/filters");
    private static final NamedSql IN_FORCE_RANGES = SqlFile.read("imports/merge/in-force-ranges");
    private static final NamedSql SHOWN_TEXTS = NamedSql.of(ShownTexts.MAKE);
    private static final NamedSql EFFECT_READING = SqlFile.read("imports/merge/effect-reading");
    private static final NamedSql FORCE_TOUCHED = SqlFile.read("imports/merge/force-touched");
    private static final NamedSql PUBLIC_EXPORTS = SqlFile.read("imports/merge/public-exports");
    private static final NamedSql AUDIT = SqlFile.read("imports/merge/audit");
    private static final NamedSql CHANGES = SqlFile.read("imports/merge/changes");

    /**
     * An article that is here and becomes another one.
     *
     * @param hasOtherWords whether the words that came are not those of the text that editors see
     */
    private record Changing(UUID id, int number, boolean isPublic, boolean hasOtherWords) {
    }

    private record Taken(String slug, UUID article, String here) {
    }

    private final DataSource database;
    private final SqlReader rows;
    private final SqlWriter changes;
    private final ExportReading reading;
    private final MergedCategories categories;
    private final MergedArticle articles;
    private final PublicCounts counts;
    private final ForceUpdates force;
    private final OtherInstances others;
    private final Event<PublicChange> publicChanges;
    private final ExportConfig config;
    private final Clock clock;

    ExportMerge(DataSource database, SqlReader rows, SqlWriter changes, ExportReading reading, MergedCategories categories,
            MergedArticle articles, PublicCounts counts, ForceUpdates force, OtherInstances others, Event<PublicChange> publicChanges,
            ExportConfig config, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.changes = changes;
        this.reading = reading;
        this.categories = categories;
        this.articles = articles;
        this.counts = counts;
        this.force = force;
        this.others = others;
        this.publicChanges = publicChanges;
        this.config = config;
        this.clock = clock;
    }

    /** @throws ExportFault when the export is not whole, or of another version, or does not fit */
    void run(OpenExport export, ExportLines lines) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> merge(export, lines));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (UncheckedSqlException e) {
            if (ExportReading.isOfValues(e.state())) {
                throw new ExportFault("The lines do not fit each other: the export was changed.");
            }
            throw e;
        } catch (ProblemException e) {
            throw new ExportFault(e.problem().detail());
        }
    }

    private void merge(OpenExport export, ExportLines lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SourceName source = new SourceName(export.mergeSource());
        rows.allowLongStatements(ExportImport.LONGEST_STATEMENT);
        changes.call(NamedSql.of(ExportImport.NO_TIMEOUTS));
        Optional<UUID> read = readIn(export, lines, source, now);
        if (read.isPresent()) {
            boolean counted = rows.read(COUNTED.with("export", read.get()), row -> row.get("counted", Boolean.class)).get(0);
            if (!counted) {
                requireNoneContained(read.get());
            }
            ALONE.forEach(changes::update);
            categories.merge(source);
            if (counted) {
                report(export, "counters", source.value());
            }
            add(export, source, !counted, now);
            changes.update(NamedSql.of(ExportImport.MAKE_INDEX));
        }
        changes.update(ExportStore.imported(export.id(), lines.count(), now, now.plus(config.kept())));
    }

    /** @return the id that the export had where it was written; its rows are in temporary tables. Empty when it was merged before */
    private Optional<UUID> readIn(OpenExport export, ExportLines lines, SourceName source, Instant now) {
        try (Connection connection = database.getConnection()) {
            ExportHeader header = reading.header(lines);
            if (changes.update(REMEMBER.with("export", header.id()).with("source", source.value()).with("now", now)) == 0) {
                report(export, "export", header.id().toString());
                return Optional.empty();
            }
            MergeStaging staging = new MergeStaging(connection);
            reading.tables(export, lines, staging);
            staging.finish();
            return Optional.of(header.id());
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was counted there cannot be told apart any more from what came there. */
    private void requireNoneContained(UUID read) {
        rows.read(CONTAINED.with("export", read), row -> ExportFault.contains(row.text("there"), row.text("here"))).stream().findFirst().ifPresent(fault -> {
            throw new UncheckedIOException(fault);
        });
    }

    private void report(OpenExport export, String collision, String value) {
        changes.update(REPORT.with("export", export.id()).with("collision", collision).with("value", value));
    }

    private void add(OpenExport export, SourceName source, boolean counting, Instant now) {
        DECIDE.forEach(changes::update);
        nameSlugs(source);
        changes.update(COLLISIONS.with("export", export.id()));
        List<Changing> changing = rows.read(CHANGING, row -> new Changing(row.get("id", UUID.class), row.get("number", Integer.class),
                row.get("public", Boolean.class), row.get("other_words", Boolean.class)));
        changing.forEach(each -> counts.leave(each.id));
        long revisions = added(REVISION_NUMBERS);
        long sections = added(SECTION_NUMBERS);
        for (NamedSql added : MergeTables.statements()) {
            changes.update(added.with("revisions", revisions).with("sections", sections).with("counted", counting)
                    .with("source", source.value()));
        }
        changes.update(SLUGS_SEEN);
        changes.update(STATES_OF_NEW.with("revisions", revisions));
        changes.update(STATES_OF_CHANGING.with("revisions", revisions));
        changes.update(DRAFTS_OF_CHANGING);
        follow(changing, source, now);
    }

    private long added(NamedSql numbers) {
        return rows.read(numbers, row -> row.get("added", Long.class)).get(0);
    }

    /** What follows from texts and states. */
    private void follow(List<Changing> changing, SourceName source, Instant now) {
        rows.read(RENAMED, row -> row.get("id", UUID.class)).forEach(articles::relist);
        changes.update(COUNTS);
        changes.update(FILTERS);
        changes.update(IN_FORCE_RANGES);
        changes.call(SHOWN_TEXTS);
        counts.changed();
        changes.update(EFFECT_READING);
        changes.update(PUBLIC_EXPORTS);
        changes.update(AUDIT.with("source", source.value()));
        changing.forEach(each -> articles.changed(each.id, each.isPublic ? each.number : null, each.hasOtherWords));
        List<UUID> touched = rows.read(FORCE_TOUCHED, row -> row.get("article_id", UUID.class));
        if (!touched.isEmpty()) {
            force.recompute(touched);
        }
        UUID stamp = UUID.randomUUID();
        changes.update(CHANGES.with("stamp", stamp).with("at", now));
        others.notifyChanged(stamp);
        publicChanges.fire(PublicChange.NOW);
    }

    /** Finds names for slugs that other articles have here. An article that is here, too, keeps the slug that it has. */
    private void nameSlugs(SourceName source) {
        MAKE_SLUGS.forEach(changes::update);
        for (Taken each : rows.read(SLUGS_TAKEN, row -> new Taken(row.text("slug"), row.get("article_id", UUID.class), row.text("here")))) {
            String becomes = each.here != null ? each.here : source.free(each.slug, this::isFree);
            changes.update(SLUG_BECOMES.with("slug", each.slug).with("article", each.article).with("becomes", becomes));
        }
    }

    private boolean isFree(String slug) {
        return !rows.read(SLUG_IS_TAKEN.with("slug", slug), row -> row.get("taken", Boolean.class)).get(0);
    }
}
