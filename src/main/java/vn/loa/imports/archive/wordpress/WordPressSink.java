package vn.loa.imports.archive.wordpress;

import java.io.IOException;

/** Takes what an export has, in its order. */
public interface WordPressSink {

    void article(WordPressArticle article) throws IOException;

    /**
     * Is told of an item that does not become an article.
     *
     * @param source its key, as that of an article
     * @param code for the wire
     * @param words a sentence
     */
    void leftOut(String source, String code, String words) throws IOException;
}
