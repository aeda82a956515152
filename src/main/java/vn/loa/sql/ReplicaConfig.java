package vn.loa.sql;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Standbys on which public requests read. */
@ConfigMapping(prefix = "loa.replica")
public interface ReplicaConfig {

    String HOST = "(\\[[0-9A-Fa-f:.]+]|[^/?\\s,:\\[\\]]+)(:[0-9]{1,5})?";

    /** Where they are: one host or several, each of which is asked and read by itself. */
    @Allowed(pattern = "jdbc:postgresql://" + HOST + "(," + HOST + ")*+([/?]\\S*)?", secret = true,
            words = "like jdbc:postgresql://HOST:5432/DATABASE, with commas between hosts")
    Optional<String> url();

    /** The role; the primary's unless it is set. */
    @Allowed(pattern = "(?s).{1,1000}", words = "a name of at most 1000 characters", needs = "loa.replica.url")
    Optional<String> username();

    /** Its password; the primary's unless it is set. */
    @Allowed(pattern = "(?s).{1,1000}", words = "a text of at most 1000 characters", secret = true, needs = "loa.replica.url")
    Optional<String> password();
}
