package vn.loa.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a setting may be, beyond what its type says; on a method of a {@code @ConfigMapping}. Jakarta's constraints would
 * make Quarkus build a second validator at every start, and know neither sizes nor durations.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** The least number, duration or size, written as the setting is. */
    String from() default "";

    /** The greatest. */
    String to() default "";

    /** Of a size: how much of Java's heap it may be, in percent. 0: that does not matter. */
    int percentOfHeap() default 0;

    /** What its text must match as a whole. */
    String pattern() default "";

    /** What it must be, for people: "it must be …". Needed where neither type nor bounds say it. */
    String words() default "";

    /** A setting without which this one would do nothing. */
    String needs() default "";

    /** Whether its value is shown to nobody. */
    boolean secret() default false;

    /** Whether only Loa itself sets it. */
    boolean internal() default false;
}
