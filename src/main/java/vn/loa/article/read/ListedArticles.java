package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import vn.loa.article.Article;

/**
 * Makes and reads what lists show of an article, {@code article.listed}. It is made when the public sees a change of the
 * article, so that a list of twenty articles reads twenty rows and makes no JSON.
 */
@ApplicationScoped
public class ListedArticles {

    private static final String CATEGORY = "category";

    private final ObjectMapper mapper;
    private final ObjectReader reader;

    ListedArticles(ObjectMapper json) {
        this.mapper = json;
        this.reader = json.readerFor(ArticleView.class);
    }

    /** The JSON of an article that is public, without its category, which is read with each list. */
    public String json(Article article) {
        ObjectNode view = mapper.valueToTree(ArticleView.listed(article));
        view.remove(CATEGORY);
        try {
            return mapper.writeValueAsString(view);
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
