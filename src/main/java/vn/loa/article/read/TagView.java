package vn.loa.article.read;


/** A tag in JSON. */
record TagView(
        String tag,
        long articles) {
}
