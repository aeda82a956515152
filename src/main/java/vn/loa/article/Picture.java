package vn.loa.article;

import java.util.UUID;

/**
 * The image that stands for an article, as stored JSON. What is shown of its file is stored with it, because a file never changes.
 *
 * @param id of the file
 * @param mediaType of the file
 * @param size of the file, in bytes
 * @param width in pixels, as the image is shown
 * @param height in pixels, as the image is shown
 * @param animated whether it has several frames: then it is served as it is, and in no other width
 * @param alternativeText what the image shows, for those who do not see it
 * @param caption may be null
 * @param credit who made it or owns it; may be null
 */
public record Picture(UUID id, String mediaType, long size, int width, int height, boolean animated, String alternativeText,
        String caption, String credit) {
}
