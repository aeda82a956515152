package vn.loa.article;

import java.util.List;
import vn.loa.web.ListField;
import vn.loa.web.ListModel;

/** What the tags can be asked for: rows {@code t}, see {@link TagResource}. */
public final class TagList extends ListModel {

    private static final ListField TAG = ListField.text("tag", "t.tag collate \"vi-x-icu\"",
            "The keyword, exactly; sorted as Vietnamese dictionaries do.", "an toàn giao thông").withSort();

    public TagList() {
        super(TagView.class, List.of(), List.of(), List.of(TAG,
                ListField.integer("articles", "t.articles", "How many public articles have it.", "1").withSort()),
                "-articles", TAG, false);
    }
}
