package vn.loa.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permitted values of a setting, beyond its type; for methods of a {@code @ConfigMapping}. Jakarta's constraints
 * are not used, because Quarkus would build a second validator at every start, and because they know neither sizes nor
 * durations.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** The least number, duration or size, in the syntax of the setting. */
    String from() default "";

    /** The greatest number, duration or size. */
    String to() default "";

    /** The greatest size in percent of Java's heap; 0 for no such limit. */
    int percentOfHeap() default 0;

    /** A regular expression that the whole value must match. */
    String pattern() default "";

    /**
     * Completes "it must be …" in the error message. Needed when neither the type nor the bounds describe the value.
     */
    String words() default "";

    /** Another setting, without which this one has no effect. */
    String needs() default "";

    /** Whether error messages hide the value. */
    boolean secret() default false;

    /** Whether only Loa itself sets it. */
    boolean internal() default false;
}
