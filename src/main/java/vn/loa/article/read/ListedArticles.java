package vn.loa.article.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import vn.loa.article.Article;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.force.ForceColumn;
import vn.loa.http.ApiPaths;
import vn.loa.http.PublicServer;
import vn.loa.sql.ResultRow;

/**
 * Makes and reads what lists show of an article, {@code article.listed}. It is made when the public sees a change of the
 * article, so that a list of twenty articles reads twenty rows and makes no JSON.
 */
@Singleton
public class ListedArticles {

    private static final String CATEGORY = "category";
    /**
     * How the address of a picture begins in stored JSON. It can stand in no text: there, quotation marks have a backslash before
     * them.
     */
    private static final String STORED_URL = "\"url\":\"" + ApiPaths.FILES + "/";
    private static final byte[] STORED_URL_BYTES = STORED_URL.getBytes(StandardCharsets.UTF_8);
    /** The end of stored JSON without a picture: the last member of {@link ArticleView#listed} that a list has besides the category. */
    private static final byte[] NO_PICTURE = "\"picture\":null}".getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final PublicServer server;

    ListedArticles(ObjectMapper json, PublicServer server) {
        this.mapper = json;
        this.reader = json.readerFor(ArticleView.class);
        this.server = server;
    }

    /**
     * The JSON of an article that is public, without its category, which is read with each list. The addresses of its picture are
     * relative to the server.
     */
    public String json(Article article) {
        ObjectNode view = mapper.valueToTree(ArticleView.listed(article));
        view.remove(CATEGORY);
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an article in a list cannot be written", e);
        }
    }

    /**
     * Reads the columns id and listed, {@link ArticleCategories#COLUMNS} and that of the status. The addresses of the picture are
     * absolute.
     */
    ListedArticle read(ResultRow row, ForceColumn force) {
        byte[] listed = row.utf8("listed");
        return ListedArticle.of(row.get("id", UUID.class), shown(listed), force.json(row, () -> ListedArticle.carriesDirective(listed)),
                ArticleCategories.listed(row));
    }

    private byte[] shown(byte[] stored) {
        if (!hasPicture(stored)) {
            return stored;
        }
        String shownUrl = "\"url\":\"" + server.url().at(ApiPaths.FILES) + "/";
        return new String(stored, StandardCharsets.UTF_8).replace(STORED_URL, shownUrl).getBytes(StandardCharsets.UTF_8);
    }

    /** Without making a string of it: most articles of some portals have no picture. */
    private static boolean hasPicture(byte[] stored) {
        int end = stored.length - NO_PICTURE.length;
        if (end >= 0 && Arrays.equals(stored, end, stored.length, NO_PICTURE, 0, NO_PICTURE.length)) {
            return false;
        }
        for (int at = stored.length - STORED_URL_BYTES.length; at >= 0; at--) {
            if (stored[at] == '"' && stored[at + 1] == 'u'
                    && Arrays.equals(stored, at, at + STORED_URL_BYTES.length, STORED_URL_BYTES, 0, STORED_URL_BYTES.length)) {
                return true;
            }
        }
        return false;
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
