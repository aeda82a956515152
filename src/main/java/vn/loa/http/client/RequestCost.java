package vn.loa.http.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a request of an operation costs its client where {@code loa.limits.reads} bounds reading: 1 for an article by its key,
 * more for what takes the database or a processor longer, 0 for what has a limit of its own. Without it an operation costs 1.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequestCost {

    int value();
}
