package vn.loa.text.effect;

import java.util.Locale;

/** What one document is to another that it names. */
public enum RelationKind {
    /** Căn cứ: it is issued on the basis of the other */
    BASIS,
    /** its title says that it guides or details the other */
    GUIDES,
    CONSOLIDATES,
    AMENDS,
    CORRECTS,
    REPLACES,
    REPEALS,
    SUSPENDS;

    /** The kind's name in JSON: "basis". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
