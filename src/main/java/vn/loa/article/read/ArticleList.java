package vn.loa.article.read;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.loa.article.State;
import vn.loa.listing.KeptCounts;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.listing.SortOrder;
import vn.loa.text.citation.DocumentQuery;

/**
 * The list parameters of public articles: rows {@code a} of {@code public_article} with their texts {@code r}. A field from
 * another table declares it with {@link ListField#withJoin}.
 */
public final class ArticleList extends ListModel {

    /** The text that the public reads. */
    static final String TEXT = "join revision r on r.id = a.live_revision_id and r.number is not null";

    /** The only field that changes without a publish. */
    static final String VIEWS = "views";
    /** The views of each public article, which the visitor counters provide. */
    private static final String VIEWS_JOIN = "join article_views_rank v on v.article_id = a.id";

    private static final List<ListField> FIELDS = List.of(
            withTextJoin(ListField.tags("tag", "r.tags", "One of its tags, exactly as `/tags` has it.",
                    "an toàn giao thông")),
            ListField.instant("firstPublishedAt", "a.first_published_at",
                    "When it was first published: an instant, or a day in the site's zone.", "2022-01-01")
                    .withAlias("publishedAt").withSort(),
            ListField.instant("publicUpdatedAt", "a.public_updated_at", "When its text last changed in a way that readers "
                    + "should know of: an instant, or a day in the site's zone.", "2022-01-01").withSort(),
            ListField.instant("updatedAt", "a.updated_at",
                    "When it last changed in any way: an instant, or a day in the site's zone.", "2022-01-01").withSort(),
            ListField.oneOf("state", "a.state", "Whether it is withdrawn.",
                    List.of(State.PUBLISHED.word(), State.WITHDRAWN.word())),
            withTextJoin(ListField.text("language", "r.language", "The language of the text (BCP 47).", "vi")),
            withTextJoin(ListField.folded("type", "r.directive_type_fold",
                    "The type of the directive that it carries; case and accents do not matter.", "chi thi")),
            withTextJoin(ListField.text("number", "r.directive_number_fold",
                    "The number of the directive that it carries, however it is spaced and accented.", "22-CT/TU",
                    DocumentQuery::foldedNumber)),
            withTextJoin(ListField.folded("issuer", "r.directive_issuer_fold",
                    "Who issued the directive that it carries; case and accents do not matter.", "Ban Thường vụ Tỉnh ủy")),
            withTextJoin(ListField.date("issuedOn", "r.directive_issued_on",
                    "When the directive that it carries was issued.",
                    "2022-07-13").withSort().withNulls()),
            withTextJoin(ListField.text("title", SortOrder.ofTitle("r.title"), "", "").unfiltered().withSort()),
            ListField.integer(VIEWS, "v.views", "", "").withJoin(VIEWS_JOIN).unfiltered().withSort());

    public ArticleList() {
        super(ArticleView.class, List.of("attachments"), Arrays.stream(Include.values()).map(Include::word).toList(), FIELDS,
                "-firstPublishedAt", ListField.id("a.id"), true);
    }

    @Override
    protected KeptCounts keptCounts() {
        return new KeptCounts("articles", Set.of("tag", "state", "language", "type", "issuer"));
    }

    private static ListField withTextJoin(ListField field) {
        return field.withJoin(TEXT);
    }
}
