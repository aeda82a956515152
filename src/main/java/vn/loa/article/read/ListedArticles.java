package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import vn.loa.article.Article;

/**
 * Makes and reads what lists show of an article, {@code article.listed}. It is made when the public sees a change of the
 * article, so that a list of twenty articles reads twenty rows and makes no JSON.
 */
@ApplicationScoped
public class ListedArticles {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    ListedArticles(ObjectMapper json) {
        this.writer = json.writerFor(ArticleView.class);
        this.reader = json.readerFor(ArticleView.class);
    }

    /** The JSON of an article that is public. */
    public String json(Article article) {
        try {
            return writer.writeValueAsString(ArticleView.listed(article));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an article in a list cannot be written", e);
        }
    }

    /** What the JSON says. */
    ArticleView view(ListedArticle listed) {
        try {
            return reader.readValue(listed.json());
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of the article " + listed.id() + " cannot be read", e);
        }
    }
}
