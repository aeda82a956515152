package vn.loa.effect.consolidate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionTexts;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/** Finds the texts of which a proposal is made. */
@Startup
@ApplicationScoped
class ConsolidationTexts {

    private static final NamedSql TEXT = SqlFile.read("effect/consolidation-text");
    private static final NamedSql AMENDING = SqlFile.read("effect/consolidation-amending");
    private static final NamedSql EVENTS = SqlFile.read("effect/consolidation-events");
    private static final NamedSql CHANGED = SqlFile.read("effect/consolidation-changed");
    private static final NamedSql OFFICIAL = SqlFile.read("effect/consolidation-official");

    private final SqlReader rows;
    private final SectionTexts sections;
    private final ObjectReader documents;

    ConsolidationTexts(SqlReader rows, SectionTexts sections, ObjectMapper json) {
        this.rows = rows;
        this.sections = sections;
        this.documents = json.readerFor(DirectiveView.class);
    }

    /** What the present transaction reads is of one moment: an event's words stand where it says. */
    void readOneMoment() {
        rows.readOneMoment();
    }

    /** Empty when the article carries no directive in public. */
    Optional<PublicText> text(UUID article) {
        return rows.read(TEXT.with("article", article), PublicText::read).stream().findFirst();
    }

    /** The texts that amend the article's document, the earliest issued first; one more than {@code most} when there are more. */
    List<PublicText> amending(UUID article, int most) {
        return rows.read(AMENDING.with("article", article).with("most", most + 1), PublicText::read);
    }

    /** The newest official consolidated text up to this day. */
    Optional<PublicText> official(UUID article, LocalDate day) {
        return rows.read(OFFICIAL.with("article", article).with("day", day), PublicText::read).stream().findFirst();
    }

    /** What others say was done to the article's document; one more than {@code most} when there are more. */
    List<AmendingEvent> events(PublicText base, Subject document, int most) {
        return rows.read(EVENTS.with("article", base.id()).with("most", most + 1), row -> AmendingEvent.read(row, document, documents));
    }

    /** The provisions of these articles that others change. */
    Map<UUID, List<EId>> changed(List<UUID> articles) {
        Map<UUID, List<EId>> changed = new HashMap<>();
        if (!articles.isEmpty()) {
            rows.each(CHANGED.with("articles", articles), row -> changed.computeIfAbsent(row.get("touched_id", UUID.class),
                    article -> new ArrayList<>()).add(new EId(row.text("eid"))));
        }
        return changed;
    }

    List<Section> sections(PublicText text) {
        return sections.of(text.revision());
    }
}
