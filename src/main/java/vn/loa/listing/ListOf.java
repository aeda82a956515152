package vn.loa.listing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that answers with a list, and gives it the query parameters of a {@link ListModel}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListOf {

    /** A class with a public constructor without parameters. */
    Class<? extends ListModel> value();
}
