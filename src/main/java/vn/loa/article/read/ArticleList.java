package vn.loa.article.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.article.State;
import vn.loa.directive.force.InForceOn;
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

    public static final String ARTICLES = "public_article a";
    /** The text that the public reads. */
    public static final String TEXT = "join revision r on r.id = a.live_revision_id and r.number is not null";

    private static final String CATEGORY = "category";
    private static final String PUBLISHED_AT = "firstPublishedAt";

    /** The only field and member that changes without a publish. */
    static final String VIEWS = "views";
    /** The views of each public article, which the visitor counters provide. */
    static final String VIEWS_JOIN = "join article_views_rank v on v.article_id = a.id";

    /** What an article's own answer can include, and what only lists can. */
    private static final List<String> INCLUDES =
            Stream.concat(Arrays.stream(Include.values()).map(Include::word), Stream.of(VIEWS)).toList();

    private static final String OF_FILTER = "join public_article a on a.id = f.article_id";
    private static final KeptCounts.FilterTable BY_VALUE = new KeptCounts.FilterTable("article_filter f", OF_FILTER,
            Map.of(PUBLISHED_AT, "f.first_published_at", "id", "f.article_id"), "f.article_id");

    private static final List<ListField> FIELDS = List.of(
            withTextJoin(ListField.tags("tag", "r.tags_fold")),
            ListField.named(CATEGORY, "a.category_id", "category_identities"),
            ListField.instant(PUBLISHED_AT, "a.first_published_at").withSort(),
            ListField.instant("publicUpdatedAt", "a.public_updated_at").withSort(),
            ListField.instant("updatedAt", "a.updated_at").withSort(),
            ListField.oneOf("state", "a.state", List.of(State.PUBLISHED.word(), State.WITHDRAWN.word())),
            withTextJoin(ListField.text("language", "r.language")),
            withTextJoin(ListField.folded("type", "r.directive_type_fold")),
            withTextJoin(ListField.text("number", "r.directive_number_fold", DocumentQuery::foldedNumber)),
            withTextJoin(ListField.folded("issuer", "r.directive_issuer_fold")),
            InForceOn.field("a.id"),
            withTextJoin(ListField.date("issuedOn", "r.directive_issued_on").withSort().withNulls()),
            withTextJoin(ListField.text("title", SortOrder.ofTitle("r.title")).unfiltered().withSort()),
            ListField.integer(VIEWS, "v.views").withJoin(VIEWS_JOIN).unfiltered().withSort());

    public ArticleList() {
        super(ArticleView.class, List.of(), INCLUDES, FIELDS,
                "-" + PUBLISHED_AT, ListField.id("a.id"), true);
    }

    @Override
    protected KeptCounts keptCounts() {
        return new KeptCounts("articles", List.of("tag", "issuer", "type", "language", "state"), BY_VALUE,
                InForceOn.ofPublished(OF_FILTER, PUBLISHED_AT), new KeptCounts.NamedValues(CATEGORY, Set.of(PUBLISHED_AT, "id")));
    }

    private static ListField withTextJoin(ListField field) {
        return field.withJoin(TEXT);
    }
}
