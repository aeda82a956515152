package vn.loa.effect.read;

import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.ArticleRef;
import vn.loa.directive.CitationView;
import vn.loa.directive.CitedDocument;
import vn.loa.sql.ResultRow;

/** An event as it is stored, before it is known which articles carry the documents that it names. */
record EffectRow(EffectView shown, DocumentEnd target, DocumentEnd acting) {

    static final String EDITOR = "editor";
    /** A hash of all that the event says: it changes with every change of an editor. */
    private static final String VERSION = "(select left(md5(v::text), 16) from effect v where v.id = t.id)";
    /**
     * Whether an editor corrects it for the article's document; of an event that does not touch that, for all documents that it touches.
     * Nearly none has a correction, and the rest is not looked at.
     */
    private static final String CORRECTED = "case when not exists (select from effect c where c.corrects = t.id) then false "
            + "when exists (select from effect_touching w where w.touched_id = :article and w.id = t.id) "
            + "then exists (select from effect c where c.corrects = t.id and cancels(c.article_id, t.id, :article)) "
            + "else not exists (select from effect_touching w where w.id = t.id and not exists (select from effect c "
            + "where c.corrects = t.id and cancels(c.article_id, t.id, w.touched_id))) end";
    /** Of rows {@code t} of effect, or of a view of them, as the list of {@code :article} shows them. */
    static final String COLUMNS = "t.id, t.article_id, t.source, t.kind" + DocumentEnd.columns("target") + DocumentEnd.columns("acting")
            + ", t.eid, t.part, t.named, t.phrase, t.replacement, t.provisions, t.from_day, t.until_day, t.read_in, t.quote, "
            + "t.quote_eid, t.quote_start, t.quote_end, t.corrects, x.at as rejected_at, x.reason as rejected_reason, "
            + CORRECTED + " as corrected, case when t.source = 'editor' then " + VERSION
            + " end as version, " + DocumentEnd.OWN;
    static final String JOIN = DocumentEnd.JOIN_OWN + " left join rejected_effect x on x.effect_id = t.id";
    private static final int BYTES_BESIDE_WORDS = 2000;
    private static final int BYTES_OF_A_CHARACTER = 3;

    static EffectRow read(ResultRow row, ObjectReader documents) {
        boolean isEditors = EDITOR.equals(row.text("source"));
        LocalDate sourceDate = row.get("read_in", LocalDate.class);
        LocalDate actingDate = row.get("acting_issued_on", LocalDate.class);
        // As in the views effect_touching and effect_by.
        DocumentEnd target = DocumentEnd.read(row, "target", actingDate == null ? sourceDate : actingDate, documents);
        DocumentEnd acting = DocumentEnd.read(row, "acting", isEditors ? null : sourceDate, documents);
        Instant rejectedAt = row.get("rejected_at", Instant.class);
        String status = rejectedAt != null ? "rejected" : row.get("corrected", Boolean.class) ? "corrected" : EffectStatuses.COUNTS;
        String quote = row.text("quote");
        EffectView shown = new EffectView(row.get("id", UUID.class), row.text("kind"), row.text("source"), status,
                new EffectView.Target(target.document(), null, List.of(), row.text("eid"), row.text("part"), row.text("named"),
                        row.text("phrase"), row.text("replacement")),
                new EffectView.Acting(acting.document(), null, List.of(), row.texts("provisions")),
                row.get("from_day", LocalDate.class), row.get("until_day", LocalDate.class), sourceDate,
                quote == null ? null : new EffectView.Words(quote, row.text("quote_eid"), row.get("quote_start", Integer.class),
                        row.get("quote_end", Integer.class)),
                isEditors ? null : new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"),
                        row.text("article_title")),
                row.get("corrects", UUID.class),
                rejectedAt == null ? null : new EffectView.Rejection(rejectedAt, row.text("rejected_reason")), row.text("version"), Set.of());
        return new EffectRow(shown, target, acting);
    }

    /** The names of the documents at both ends. */
    Stream<CitedDocument> names() {
        return Stream.of(target, acting).map(DocumentEnd::name).filter(name -> name != null);
    }

    /** @param found the public documents by their names */
    EffectView view(Map<CitedDocument, List<CitationView.Target>> found) {
        List<CitationView.Target> touched = target.articles(found);
        List<CitationView.Target> doing = acting.articles(found);
        EffectView.Target of = shown.target();
        Set<String> waitsFor = new LinkedHashSet<>();
        Stream.of(target, acting).map(DocumentEnd::tag).flatMap(Optional::stream).forEach(waitsFor::add);
        return new EffectView(shown.id(), shown.kind(), shown.source(), shown.status(),
                new EffectView.Target(of.document(), DocumentEnd.only(touched), DocumentEnd.candidates(touched), of.eId(), of.part(),
                        of.named(), of.phrase(), of.replacement()),
                new EffectView.Acting(shown.by().document(), DocumentEnd.only(doing), DocumentEnd.candidates(doing),
                        shown.by().provisions()),
                shown.since(), shown.until(), shown.sourceDate(), shown.quote(), shown.statedIn(), shown.corrects(), shown.rejection(),
                shown.version(), waitsFor);
    }

    /** The size in an answer, roughly. */
    long bytes() {
        long words = Stream.of(shown.quote() == null ? null : shown.quote().text(), shown.target().named(), shown.target().phrase(),
                shown.target().replacement()).filter(text -> text != null).mapToLong(String::length).sum();
        return BYTES_BESIDE_WORDS + BYTES_OF_A_CHARACTER * words;
    }
}
