package vn.loa.media.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What another program reads of an image besides the image. */
public final class Metadata {

    private Metadata() {
    }

    /** For example {@code place, maker}; empty for an image that says nothing. */
    public static List<String> of(byte[] file) {
        List<String> found = new ArrayList<>();
        for (Directory directory : directories(file)) {
            if (directory instanceof GpsDirectory) {
                found.add("place");
            } else if (directory instanceof XmpDirectory) {
                found.add("xmp");
            } else if (directory instanceof IptcDirectory || directory.getName().startsWith("Photoshop")) {
                found.add("iptc");
            } else if (directory instanceof JpegCommentDirectory || directory.getName().equals("GIF Comment")
                    || directory.getName().equals("PNG-tEXt") || directory.getName().equals("PNG-tIME")) {
                found.add("comment");
            } else if (directory.containsTag(ExifDirectoryBase.TAG_MAKE)) {
                found.add("maker");
            }
        }
        return found;
    }

    public static int orientation(byte[] file) {
        for (Directory directory : directories(file)) {
            Integer orientation = directory instanceof ExifIFD0Directory ? directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION) : null;
            if (orientation != null) {
                return orientation;
            }
        }
        return 1;
    }

    private static Iterable<Directory> directories(byte[] file) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file)).getDirectories();
        } catch (ImageProcessingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
