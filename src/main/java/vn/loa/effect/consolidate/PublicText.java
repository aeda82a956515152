package vn.loa.effect.consolidate;

import java.util.List;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.BodyParts;
import vn.loa.directive.DirectiveView;
import vn.loa.html.BodyHtml;
import vn.loa.sql.ResultRow;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;

/**
 * What is public of an article that carries a directive, without its sections.
 *
 * @param body empty where it is not needed
 * @param bytes of the text in an answer
 */
record PublicText(ArticleRef article, long revision, String language, String body, long bytes, DirectiveView directive) {

    static PublicText read(ResultRow row) {
        return new PublicText(new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"), row.text("title")),
                row.get("revision_id", Long.class), row.text("language"), row.text("body"), row.get("bytes", Integer.class),
                DirectiveView.read(row, "directive_"));
    }

    UUID id() {
        return article.id();
    }

    Subject subject() {
        return subject(directive);
    }

    static Subject subject(DirectiveView view) {
        return new Subject(view.type(), view.number() == null ? null : DocumentNumber.parse(view.number()).orElse(null), view.issuer(),
                view.issuedOn(), view.title());
    }

    /** The paragraphs before the first section. */
    List<Paragraph> preamble() {
        return BodyHtml.of(BodyParts.of(body).before(), "preamble").paragraphs();
    }
}
