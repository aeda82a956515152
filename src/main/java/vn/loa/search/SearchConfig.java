package vn.loa.search;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Settings of the search. */
@ConfigMapping(prefix = "loa.search")
public interface SearchConfig {

    /** Names that mean the same, beside those of {@link Names}. */
    @Allowed(pattern = "[^=\\p{L}0-9]*+[\\p{L}0-9][^=]*+(=[^=\\p{L}0-9]*+[\\p{L}0-9][^=]*+)++", words = "names that mean the same, with = between them, such as "
            + "HTX=hợp tác xã, and commas between several of these")
    Optional<List<String>> synonyms();
}
