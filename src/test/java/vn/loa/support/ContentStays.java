package vn.loa.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose tests only read. The content that it makes before its first test stays for the others, because making it takes longer
 * than reading it. {@link FreshStart#hasContent()} says whether it is there already.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContentStays {
}
