package vn.loa.article;

import java.util.List;
import java.util.UUID;
import vn.loa.http.ApiPaths;

/** The image that stands for an article, in JSON. */
public record PictureView(
        UUID mediaId,
        String url,
        String type,
        int width,
        int height,
        String alternativeText,
        String caption,
        String credit,
        List<ServedWidth> widths) {

    /** The same image, scaled. */
    public record ServedWidth(
            int width,
            String url) {
    }

    /** @param server what stands before the path in each address; empty for addresses that are relative to the server */
    static PictureView of(Picture picture, String server) {
        String url = server + ApiPaths.FILES + "/" + picture.id();
        List<ServedWidth> widths = picture.animated() ? List.of() : PictureWidths.of(picture.width(), picture.height()).stream()
                .map(width -> new ServedWidth(Math.min(width, picture.width()), url + "?width=" + width)).toList();
        return new PictureView(picture.id(), url, picture.mediaType(), picture.width(), picture.height(),
                picture.alternativeText(), picture.caption(), picture.credit(), widths);
    }

    /** The address of the widest scaled image; of the image itself when it is not scaled. */
    public String widest() {
        return widths.isEmpty() ? url : widths.get(widths.size() - 1).url();
    }
}
