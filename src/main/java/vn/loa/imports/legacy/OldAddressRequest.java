package vn.loa.imports.legacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Old addresses as an editor records them.
 *
 * @param items at most a thousand
 */
record OldAddressRequest(
        @NotNull(message = "must be given")
        @Size(min = 1, max = OldAddressRequest.MOST, message = "must have {min} to {max} items")
        List<Item> items) {

    static final int MOST = 1000;

    /**
     * An old address and what it leads to. What {@link OldAddressView} shows besides may be sent back as it was read.
     *
     * @param article its id or slug
     * @param category its id or slug
     * @param file its id
     */
    @JsonIgnoreProperties({"id", "leadsTo", "recordedAt"})
    record Item(String address, String article, String category, String file) {
    }
}
