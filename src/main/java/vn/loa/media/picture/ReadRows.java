package vn.loa.media.picture;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Whether more than the beginning of an image has been read. */
final class ReadRows implements IIOReadProgressListener {

    private boolean any;

    boolean any() {
        return any;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        // Some readers count a row before they have read it.
        any |= percentageDone >= 1;
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        // nothing is read yet
    }

    @Override
    public void imageComplete(ImageReader source) {
        any = true;
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        // only one image is read
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        // only one image is read
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        // thumbnails are not read
    }

    @Override
    public void readAborted(ImageReader source) {
        // nobody aborts
    }
}
