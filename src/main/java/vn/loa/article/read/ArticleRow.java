package vn.loa.article.read;

import java.time.Instant;
import java.util.UUID;
import vn.loa.article.State;
import vn.loa.directive.DirectiveView;
import vn.loa.sql.ResultRow;

/** Reads an article {@code a} with one of its published texts {@code r} from a database row. */
public final class ArticleRow {

    /** All columns but the body. */
    static final String COLUMNS = """
            a.id, a.slug, a.state, a.first_published_at, a.public_updated_at, a.updated_at, a.withdrawal_explanation,
            a.withdrawn_at, r.id as revision_id, r.number, r.published_at, r.language, r.title, r.summary, r.byline,
            r.tags, r.picture::text, r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title""";
    /** In bytes. */
    private static final int MAX_BODY_READ_WITH_ROW = 256 << 10;
    /** Null for a long body, which is read later, when its memory has been reserved. */
    static final String BODY = ", case when r.body_bytes <= " + MAX_BODY_READ_WITH_ROW + " then r.body end as body";

    private ArticleRow() {
    }

    /** The members that a list shows, without the picture and the category. */
    public static ArticleView listed(ResultRow row) {
        return view(row, null);
    }

    /** The members with the body, without the picture and the category. */
    static ArticleView withBody(ResultRow row) {
        return view(row, row.text("body"));
    }

    private static ArticleView view(ResultRow row, String body) {
        Instant withdrawnAt = row.get("withdrawn_at", Instant.class);
        return new ArticleView(row.get("id", UUID.class), row.text("slug"), State.of(row.text("state")),
                row.get("number", Integer.class), row.get("published_at", Instant.class), row.text("language"),
                row.text("title"), row.text("summary"), row.text("byline"), body, null, null,
                row.get("first_published_at", Instant.class), row.get("public_updated_at", Instant.class),
                row.get("updated_at", Instant.class),
                withdrawnAt == null ? null : new ArticleView.Withdrawal(row.text("withdrawal_explanation"), withdrawnAt),
                DirectiveView.read(row, "directive_"), null, row.texts("tags"), null, null, null, null, null, null, null);
    }
}
