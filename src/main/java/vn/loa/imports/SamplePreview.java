package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.preview.KnownPreview;
import vn.loa.sql.SqlReader;

/** The preview link of the contract's example. It shows the draft of the sample content as every other link would. */
@ApplicationScoped
class SamplePreview implements KnownPreview {

    private static final String TOKEN = "AaIG0lY6fo6KanNr9ZSkIA";

    private final SqlReader rows;

    SamplePreview(SqlReader rows) {
        this.rows = rows;
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public UUID article() {
        return SampleContent.DRAFT_ID;
    }

    @Override
    public Optional<Instant> createdAt() {
        return rows.read("select r.created_at from revision r where r.article_id = ? order by r.created_at limit 1",
                row -> row.get("created_at", Instant.class), article()).stream().findFirst();
    }
}
