package vn.loa.article;

import java.util.UUID;

/** A published article in short, where another resource refers to it. */
public record ArticleRef(
        UUID id,
        String slug,
        String state,
        String title) {
}
