package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.MovedException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.SqlReader;

/**
 * Finds for editors which article an address names. They may use every slug: the present one, a former one, and the one
 * that a working copy asks for. {@code PublicArticles} finds articles for the public.
 */
@ApplicationScoped
public class ArticleAddresses {

    private record Owner(UUID article, String slug, boolean isFormer) {
    }

    private final SqlReader rows;

    ArticleAddresses(SqlReader rows) {
        this.rows = rows;
    }

    /**
     * The id of the article that a request changes. An id needs no statement, and may be nobody's.
     *
     * @throws ProblemException 404 when no article has the slug
     */
    public UUID id(ArticleAddress address) {
        return address.id() != null ? address.id() : owner(address).article();
    }

    /**
     * Like {@link #id}, for a request that reads.
     *
     * @throws MovedException when the address is a former slug
     */
    public UUID idOrRedirect(ArticleAddress address) {
        if (address.id() != null) {
            return address.id();
        }
        Owner owner = owner(address);
        if (owner.isFormer()) {
            throw new MovedException(owner.slug(), Set.of());
        }
        return owner.article();
    }

    private Owner owner(ArticleAddress address) {
        if (address.slug() == null) {
            throw notFound();
        }
        return rows.read("""
                select a.id, a.slug, n.public and n.slug <> a.slug as former
                from slug n join article a on a.id = n.article_id where n.slug = ?""",
                row -> new Owner(row.get("id", UUID.class), row.text("slug"), row.get("former", Boolean.class)),
                address.slug().value()).stream().findFirst().orElseThrow(ArticleAddresses::notFound);
    }

    public static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no article of this id or slug.").asException();
    }
}
