package vn.loa.listing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation with one parameter, whose value may be an absolute address that is not escaped: then it has the rest of the
 * query. Servers that pass on what they were asked for cannot escape it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeQuery {

    /** The parameter's name. */
    String value();
}
