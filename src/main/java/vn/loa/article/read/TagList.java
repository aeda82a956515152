package vn.loa.article.read;

import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;

/** The list parameters of tags: rows {@code t}, see {@link TagResource}. */
public final class TagList extends ListModel {

    private static final ListField TAG = ListField.text("tag", "t.tag collate \"vi-x-icu\"").unfiltered().withSort();

    public TagList() {
        super(TagView.class, List.of(), List.of(), List.of(
                ListField.folded("tag", "t.folded"), TAG,
                ListField.integer("articles", "t.articles").withSort()),
                "-articles", TAG, false);
    }
}
