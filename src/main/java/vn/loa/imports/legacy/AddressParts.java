package vn.loa.imports.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.imports.legacy.OldAddressRepository.Mapped;
import vn.loa.listing.Page;

/** All old addresses, a part in each answer, in the order in which they were recorded. */
@ApplicationScoped
class AddressParts {

    /** Addresses in a part. */
    private static final int PART = 10_000;
    private static final UUID FIRST = new UUID(0, 0);
    /** In bytes, for an address that is written twice with its page. */
    private static final int ADDRESS_BYTES = 600;

    private final OldAddressRepository addresses;
    private final AnswerBudget budget;

    AddressParts(OldAddressRepository addresses, AnswerBudget budget) {
        this.addresses = addresses;
        this.budget = budget;
    }

    /**
     * The part behind an address, and a link to the next one.
     *
     * @param after null for the first part
     */
    RestResponse<String> answer(UUID after, UriInfo uri, String mediaType, Function<List<Mapped>, String> writing) {
        budget.reserve((long) ADDRESS_BYTES * PART);
        List<Mapped> found = addresses.behind(after == null ? FIRST : after, PART + 1);
        List<Mapped> part = found.subList(0, Math.min(PART, found.size()));
        RestResponse.ResponseBuilder<String> answer = RestResponse.ResponseBuilder.ok(writing.apply(part))
                .header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8");
        return (found.size() > PART ? answer.header("Link", Page.nextLink(uri, "after", part.get(PART - 1).recorded().id().toString()))
                : answer).build();
    }
}
