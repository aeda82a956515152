package vn.loa.app.contract;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The roles that operations require. They are read from the annotations that enforce them, so that the contract cannot
 * differ.
 *
 * @param byOperation the roles by operationId; an empty list when any key is enough, no entry when no key is needed
 */
record RequiredRoles(Map<String, List<String>> byOperation) {

    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName AUTHENTICATED = DotName.createSimple(Authenticated.class);

    static RequiredRoles in(IndexView application) {
        Map<String, List<String>> roles = new TreeMap<>();
        for (AnnotationInstance operation : application.getAnnotations(DotName.createSimple(Operation.class))) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                of(operation.target().asMethod()).ifPresent(needed -> roles.put(id.asString(), needed));
            }
        }
        return new RequiredRoles(roles);
    }

    private static Optional<List<String>> of(MethodInfo method) {
        return of(method.annotation(ROLES_ALLOWED), method.hasAnnotation(AUTHENTICATED))
                .or(() -> of(method.declaringClass().declaredAnnotation(ROLES_ALLOWED),
                        method.declaringClass().hasDeclaredAnnotation(AUTHENTICATED)));
    }

    private static Optional<List<String>> of(AnnotationInstance rolesAllowed, boolean authenticated) {
        if (rolesAllowed != null) {
            return Optional.of(Arrays.asList(rolesAllowed.value().asStringArray()));
        }
        return authenticated ? Optional.of(List.of()) : Optional.empty();
    }
}
