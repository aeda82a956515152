package vn.loa.media;

/** An image's width and height in pixels. */
record ImageSize(int width, int height) {
}
