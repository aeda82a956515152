package vn.loa.directive;

import vn.loa.text.citation.DocumentQuery;

/**
 * The cache tag of answers that name a document: {@code cites-22-ct-tu}. It stands for all documents of a number,
 * published here or not, because a citation leads to other articles as soon as one of them is published, renamed or
 * removed.
 */
public final class NumberTag {

    private NumberTag() {
    }

    /**
     * Letters, figures and hyphens only, so that it is one token in a header, in VCL and in a regular expression. Equal
     * numbers have equal tags; numbers that differ in accents alone share one, which purges more and never less.
     *
     * @param key {@link vn.loa.text.number.DocumentNumber#key}
     */
    public static String of(String key) {
        return "cites-" + DocumentQuery.foldedNumber(key).replaceAll("[^a-z0-9]+", "-");
    }
}
