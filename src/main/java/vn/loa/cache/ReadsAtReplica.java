package vn.loa.cache;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that shows the public what is published and no cache keeps, or not as other answers. It may read at a
 * replica that has all that is known to be published, as a {@link PublicAnswer} may.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReadsAtReplica {
}
