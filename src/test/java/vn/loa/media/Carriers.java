package vn.loa.media;

import java.util.UUID;
import vn.loa.support.Editing;

/** Makes articles that carry a file, in each state. */
final class Carriers {

    private Carriers() {
    }

    /** Creates an article whose working copy carries the file, and returns its id. */
    static String draft(String file) {
        return Editing.created(Editing.object("""
                {"title": "Tin %s", "attachments": [{"id": "%s"}]}""".formatted(UUID.randomUUID(), file)));
    }

    /** Publishes the working copy. */
    static void publish(String article) {
        Editing.publish(article).then().statusCode(200);
    }

    static String publishedWith(String file) {
        String article = draft(file);
        publish(article);
        return article;
    }

    /** Publishes the same text without the file. */
    static void publishWithout(String article) {
        Editing.patch(article, "*", "{\"attachments\": null}").then().statusCode(200);
        publish(article);
    }

    static void schedule(String article) {
        Editing.post("/api/v1/schedules", "{\"articleId\": \"" + article
                + "\", \"action\": \"publish\", \"at\": \"2026-07-16T00:00:00Z\"}").then().statusCode(201);
    }

    static void withdraw(String article) {
        Editing.withdraw(article, "Hết hiệu lực").then().statusCode(200);
    }

    static void remove(String article) {
        Editing.remove(article, "Đăng nhầm").then().statusCode(200);
    }
}
