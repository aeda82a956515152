package vn.loa.directive;

import java.util.regex.Pattern;
import vn.loa.text.citation.DocumentQuery;

/**
 * The cache tag of responses that name a document number: {@code cites-22-ct-tu}. It stands for all documents with the
 * number, published here or not, because a citation leads to other articles when one of these documents is published,
 * renamed or removed.
 */
public final class NumberTag {

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]++");

    private NumberTag() {
    }

    /**
     * The tag has only letters, digits and hyphens, so that it is one token in a header, in VCL and in a regular
     * expression. Equal numbers have equal tags. Numbers that differ only in accents share a tag, which purges more and
     * never less.
     *
     * @param key {@link CitedDocument#key}: of a number, or of a law's name
     */
    public static String of(String key) {
        return "cites-" + OTHERS.matcher(DocumentQuery.foldedNumber(key)).replaceAll("-");
    }
}
