package vn.loa.feed;

import vn.loa.article.Picture;
import vn.loa.article.PictureView;

/**
 * The picture of an article in a feed.
 *
 * @param url absolute
 * @param type its media type
 * @param length in bytes
 * @param scaled the address of the image in its largest served width
 */
record FeedPicture(String url, String type, long length, String scaled) {

    /** Null for none. */
    static FeedPicture of(Picture stored, PictureView view) {
        return stored == null ? null : new FeedPicture(view.url(), view.type(), stored.size(), view.widest());
    }
}
