package vn.loa.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The media types of an operation whose answer has the type that is stored with it. {@code @Produces} would make Quarkus REST
 * choose the type before the resource knows it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StoredTypes {

    String[] value();
}
