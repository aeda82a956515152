package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import vn.loa.problem.FieldErrors;
import vn.loa.text.fold.VietnameseText;

/** A webhook as an admin writes it. What else {@link WebhookView} shows may be sent back as it was read. */
@JsonIgnoreProperties({"id", "createdAt", "createdBy", "publicKeys", "formerKeysUntil", "health", "secret"})
record WebhookRequest(
        @NotBlank(message = "must be given")
        @Size(max = 100, message = "must have at most {max} characters")
        String name,
        @NotNull(message = "must be given")
        @Size(min = 1, max = WebhookRequest.LONGEST_URL, message = "must have {min} to {max} characters")
        String url,
        @Size(max = WebhookRequest.MOST, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") String> eventTypes,
        @Size(max = WebhookRequest.MOST, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Size(max = 120, message = "must have at most {max} characters") String> categories,
        @Size(max = WebhookRequest.MOST, message = "must have at most {max} items")
        List<@NotBlank(message = "must not be blank") @Size(max = 100, message = "must have at most {max} characters") String> tags,
        @Size(max = WebhookRequest.MOST, message = "must have at most {max} items")
        List<@NotBlank(message = "must not be blank") @Size(max = 100, message = "must have at most {max} characters") String>
                directiveTypes,
        Boolean ordered) {

    static final int MOST = 20;
    static final int LONGEST_URL = 2000;

    /** Cleaned before it is judged: what nobody can see is nothing. */
    public WebhookRequest {
        name = VietnameseText.line(name);
        tags = lines(tags);
        directiveTypes = lines(directiveTypes);
    }

    private static List<String> lines(List<String> given) {
        return given == null ? null : given.stream().map(VietnameseText::line).toList();
    }

    static WebhookRequest of(WebhookView view) {
        return new WebhookRequest(view.name(), view.url(), view.eventTypes(), view.categories(), view.tags(), view.directiveTypes(),
                view.ordered());
    }

    /** Adds what is wrong with the address and the types of events. */
    void check(AddressRules rules, boolean allowHttp, FieldErrors errors) {
        if (url != null && !errors.has("/url")) {
            checkUrl(rules, allowHttp, errors);
        }
        for (int i = 0; eventTypes != null && i < eventTypes.size(); i++) {
            if (!EventType.OF_CHANGES.contains(eventTypes.get(i))) {
                errors.add("/eventTypes/" + i, "unknown-value", "must be one of " + String.join(", ", EventType.OF_CHANGES));
            }
        }
    }

    private void checkUrl(AddressRules rules, boolean allowHttp, FieldErrors errors) {
        try {
            ReceiverUrl parsed = ReceiverUrl.parse(url);
            if (!parsed.secure() && !allowHttp) {
                errors.add("/url", "not-secure", "must begin with https://, unless the operator sets loa.webhook.allow-http");
            } else if (parsed.literal().isPresent() && !rules.allow(parsed.literal().get())) {
                errors.add("/url", "address-refused", "has an address that is not public, and that loa.webhook.allowed-networks does "
                        + "not list");
            }
        } catch (IllegalArgumentException e) {
            errors.add("/url", "wrong-form", e.getMessage());
        }
    }

    List<String> eventTypesOrAll() {
        return distinct(eventTypes);
    }

    List<String> categoriesOrAll() {
        return distinct(categories);
    }

    List<String> tagsOrAll() {
        return distinct(tags);
    }

    List<String> directiveTypesOrAll() {
        return distinct(directiveTypes);
    }

    boolean orderedOrDefault() {
        return ordered == null || ordered;
    }

    private static List<String> distinct(List<String> given) {
        return given == null ? List.of() : given.stream().distinct().toList();
    }
}
