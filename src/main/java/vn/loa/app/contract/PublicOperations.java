package vn.loa.app.contract;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import vn.loa.cache.PublicAnswer;

/**
 * The operations with {@link PublicAnswer}.
 *
 * @param ids their operationIds
 */
record PublicOperations(Set<String> ids) {

    private static final DotName PUBLIC_ANSWER = DotName.createSimple(PublicAnswer.class);

    static PublicOperations in(IndexView application) {
        Set<String> ids = new TreeSet<>();
        for (AnnotationInstance operation : application.getAnnotations(DotName.createSimple(Operation.class))) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                MethodInfo method = operation.target().asMethod();
                if (method.hasAnnotation(PUBLIC_ANSWER) || method.declaringClass().hasDeclaredAnnotation(PUBLIC_ANSWER)) {
                    ids.add(operation.value("operationId").asString());
                }
            }
        }
        return new PublicOperations(ids);
    }
}
