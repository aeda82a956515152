package vn.loa.listing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives an operation the query parameters of a {@link FilterModel}. A list has {@link ListOf} instead. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FilteredBy {

    /** A class with a public constructor without parameters. */
    Class<? extends FilterModel> value();
}
