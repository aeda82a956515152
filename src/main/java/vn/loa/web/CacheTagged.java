package vn.loa.web;

/** Something that caches outside can be told to forget: answers that show it carry its tag ({@code Cache-Tag}). */
public interface CacheTagged {

    /** For example {@code article-01a206d2-563a-7e8e-8a6a-736bf594a420}. */
    String cacheTag();
}
