package vn.loa.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an operation whose body may be larger than a form: only for callers who have shown a key that may call it. Where it
 * is not said, a body may have 64 kB with a key and 4 kB without.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargeBody {

    Kind value();

    /** What the body is. */
    enum Kind {
        /** An article, a page: {@code LimitsConfig.body()}. */
        DOCUMENT,
        /** {@code LimitsConfig.upload()}. */
        FILE
    }
}
