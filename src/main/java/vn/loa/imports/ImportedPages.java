package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.fold.VietnameseText;

/** Remembers which article was made from which page. */
@ApplicationScoped
class ImportedPages {

    /** The article that an earlier import made from a page. */
    record ImportedArticle(UUID id, String slug) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ImportedPages(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /**
     * The identity of a page: its title and the second of its publication; without a publication stamp, its title and
     * text. Counters are no part of it, because they differ each time the page is fetched.
     */
    static byte[] fingerprint(PortalPage page) {
        String identity = VietnameseText.fold(page.title()) + '\n'
                + (page.publishedAt() == null
                        ? VietnameseText.fold(String.join("\n", page.paragraphs())) : page.publishedAt().at());
        return DigestUtils.sha256(identity);
    }

    Optional<ImportedArticle> find(byte[] fingerprint) {
        return rows.read("select a.id, a.slug from imported_page p join article a on a.id = p.article_id where p.fingerprint = ?",
                row -> new ImportedArticle(row.get("id", UUID.class), row.text("slug")), (Object) fingerprint).stream().findFirst();
    }

    /**
     * Records the page. False when another transaction has already imported it, even one that is about to commit. The
     * article must have been sent to the database before.
     */
    boolean add(byte[] fingerprint, UUID article, Instant now) {
        return changes.update(NamedSql.of("insert into imported_page (fingerprint, article_id, imported_at) "
                + "values (:fingerprint, :article, :now) on conflict do nothing")
                .with("fingerprint", fingerprint).with("article", article).with("now", now)) == 1;
    }
}
