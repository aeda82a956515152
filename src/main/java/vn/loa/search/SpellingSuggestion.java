package vn.loa.search;

import java.util.List;
import vn.loa.search.Highlighted.Place;

/** A query that is spelled nearly alike and finds something, as JSON, with the words that differ marked. */
record SpellingSuggestion(
        String query,
        List<Place> highlights,
        String html) {

    static SpellingSuggestion of(String query, List<Place> changed) {
        Highlighted marked = Highlighted.of(query, changed);
        return new SpellingSuggestion(query, marked.highlights(), marked.html());
    }
}
