package vn.loa.effect;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.directive.BodyParts;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionTexts;
import vn.loa.html.BodyHtml;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.structure.Section;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.Subject;

/** Reads what the public reads of the directive that an article carries. */
@Startup
@ApplicationScoped
class LiveTexts {

    private static final NamedSql LIVE_TEXT = SqlFile.read("effect/live-text");

    private final SqlReader rows;
    private final SectionTexts sections;

    LiveTexts(SqlReader rows, SectionTexts sections) {
        this.rows = rows;
        this.sections = sections;
    }

    /**
     * What was found.
     *
     * @param kept whether the force of the article's document is kept
     * @param text null when the article carries no directive in public
     */
    record Found(boolean kept, LiveText text) {
    }

    /** Two statements, however many articles. */
    Map<UUID, Found> find(Collection<UUID> articles) {
        record Row(UUID article, boolean kept, Long revision, String body, DirectiveView directive) {
        }
        List<Row> found = rows.read(LIVE_TEXT.with("articles", articles), row -> new Row(row.get("article_id", UUID.class),
                row.get("kept", Boolean.class), row.get("revision_id", Long.class), row.text("body"), DirectiveView.read(row, "directive_")));
        Map<Long, List<Section>> ofRevisions = sections.of(found.stream().filter(row -> row.directive != null).map(Row::revision).toList());
        Map<UUID, Found> texts = new LinkedHashMap<>();
        found.forEach(row -> texts.put(row.article, new Found(row.kept, row.directive == null ? null : new LiveText(row.article,
                subject(row.directive), BodyHtml.of(BodyParts.of(row.body).before(), "preamble").paragraphs(),
                ofRevisions.getOrDefault(row.revision, List.of())))));
        return texts;
    }

    private static Subject subject(DirectiveView view) {
        return new Subject(view.type(), view.number() == null ? null : DocumentNumber.parse(view.number()).orElse(null), view.issuer(),
                view.issuedOn(), view.title());
    }
}
