package vn.loa.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Locale;
import java.util.function.Supplier;

/** Does work in the name of a caller whose request has ended: the audit log names that caller. */
@ApplicationScoped
public class OnBehalf {

    private final CurrentIdentityAssociation present;

    OnBehalf(CurrentIdentityAssociation present) {
        this.present = present;
    }

    /** The name under which a caller is known later. */
    public static String name(SecurityIdentity caller) {
        return Caller.of(caller).actor();
    }

    /** @param name of the caller: see {@link #name} */
    @ActivateRequestContext
    public <T> T of(String name, Supplier<T> work) {
        int colon = name.indexOf(':');
        Caller.CredentialKind kind = Caller.CredentialKind.valueOf(name.substring(0, colon).toUpperCase(Locale.ROOT));
        present.setIdentity(QuarkusSecurityIdentity.builder().setPrincipal(new Caller(kind, name.substring(colon + 1), null)).build());
        return work.get();
    }
}
