package vn.loa.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose body may be larger than a form. Only a caller whose key may call the operation can send one.
 * Without this mark a body may have 64 kB with a key and 4 kB without.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargeBody {

    Kind value();

    /** The content of the body, which decides its limit. */
    enum Kind {
        /** An article or a page: at most {@code LimitsConfig.body()}. */
        DOCUMENT,
        /** A file: at most {@code LimitsConfig.upload()}. */
        FILE,
        /** A page, which is text, or a file to be read: at most {@code LimitsConfig.body()} or {@code LimitsConfig.file()}. */
        PAGE_OR_FILE;

        /** What a body of this media type is; null for none. */
        public Kind of(String mediaType) {
            return this != PAGE_OR_FILE ? this : mediaType == null || mediaType.startsWith("text/") ? DOCUMENT : FILE;
        }
    }
}
