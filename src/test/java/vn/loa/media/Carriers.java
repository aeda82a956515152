package vn.loa.media;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import vn.loa.support.Pages;

/** Articles that carry a file, in every state. By SQL until articles can be published with their files. */
final class Carriers {

    private Carriers() {
    }

    /** A new article whose working copy carries the file; the article's id. */
    static String draft(String file) {
        String title = "Tin " + UUID.randomUUID();
        String article = Pages.page(Pages.news(title, "08:00:00 01-06-2024", "Nội dung.")).post("/api/v1/imports")
                .then().statusCode(201).extract().path("article.id");
        execute("""
                update revision set attachments = jsonb_build_array(jsonb_build_object('id', ?, 'title', null))
                where article_id = ?::uuid and number is null""", file, article);
        return article;
    }

    /** Makes the working copy the text that the public reads. */
    static void publish(String article) {
        execute("""
                update revision set published_at = now(), number = 1 +
                    (select count(*) from revision p where p.article_id = revision.article_id and p.number is not null)
                where article_id = ?::uuid and number is null""", article);
        execute("""
                update article set state = 'published', live_revision_id =
                    (select id from revision where article_id = article.id order by number desc limit 1)
                where id = ?::uuid""", article);
    }

    static String publishedWith(String file) {
        String article = draft(file);
        publish(article);
        return article;
    }

    /** Publishes the same text again, without the file. */
    static void publishWithout(String article) {
        execute("""
                insert into revision (article_id, language, title, body, tags, created_at)
                select article_id, language, title, body, tags, now() from revision where article_id = ?::uuid""",
                article);
        publish(article);
    }

    static void move(String article, String state) {
        execute("update article set state = ? where id = ?::uuid", state, article);
    }

    private static void execute(String sql, String... parameters) {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
