package vn.loa.listing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation lists something: it has the query parameters of a {@link ListModel}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListOf {

    /** With a public constructor without parameters. */
    Class<? extends ListModel> value();
}
