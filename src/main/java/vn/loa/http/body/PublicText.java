package vn.loa.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation without a key whose body may have 64 kB: it reads a text. Its bodies wait with the documents of editors and
 * take no memory from small ones, such as hits.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PublicText {
}
