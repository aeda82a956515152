package vn.loa.article.read;

import java.util.Arrays;
import java.util.List;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.SectionsWithRow;
import vn.loa.directive.TextSize;
import vn.loa.directive.force.Forces;
import vn.loa.sql.NamedSql;

/** The statements that read one article that the public knows of: public ones, and gone ones. The existence of others is hidden. */
final class PublicArticleSql {

    private static final String COLUMNS = "select " + ArticleRow.COLUMNS + ArticleRow.BODY + ", " + TextSize.COLUMNS + ", "
            + ArticleCategories.COLUMNS_WITH_PATH + ", " + Forces.STORED
            + ", r.attachments::text, a.removal_explanation, a.removed_at, a.redirect_to";
    private static final String OF_SECTIONS = SectionsWithRow.COLUMNS + Forces.STORED_OF_SECTIONS;
    private static final String JOINED = ArticleCategories.join("r.category_id") + Forces.STORED_FROM;

    /** Which of an article's texts is read. */
    enum Text {
        LIVE("join revision r on r.id = a.live_revision_id "),
        /** Has the parameter {@code number}. */
        NUMBERED("join revision r on r.article_id = a.id and r.number = :number "),
        /** Has the parameter {@code at}, a moment. */
        LIVE_AT("""
                join revision r on r.id = (select s.id from revision s
                    where s.article_id = a.id and s.number is not null and (s.published_at <= :at or s.number = 1)
                    order by s.number desc limit 1)
                """);

        private final String join;
        private final List<NamedSql> withoutSections;
        private final List<NamedSql> withSections;

        Text(String join) {
            this.join = join;
            this.withoutSections = Arrays.stream(By.values()).map(by -> sql(by, "", "")).toList();
            this.withSections = Arrays.stream(By.values()).map(by -> sql(by, OF_SECTIONS, SectionsWithRow.JOIN)).toList();
        }

        private NamedSql sql(By by, String columns, String joins) {
            return NamedSql.of(COLUMNS + columns + " from article a " + join + JOINED + joins + by.where
                    + " and a.state in ('published', 'withdrawn', 'gone')");
        }
    }

    /** What the parameter {@code key} is. */
    enum By {
        ID("where a.id = :key"),
        SLUG("where a.slug = :key"),
        /** A slug that the article had in public: nearly all addresses have the present one, and need not be looked up here. */
        FORMER_SLUG("join slug n on n.article_id = a.id where n.slug = :key and n.public");

        private final String where;

        By(String where) {
            this.where = where;
        }
    }

    private PublicArticleSql() {
    }

    /** @param sections whether the article's sections and their statuses are read, too */
    static NamedSql of(Text text, By by, boolean sections) {
        return (sections ? text.withSections : text.withoutSections).get(by.ordinal());
    }
}
