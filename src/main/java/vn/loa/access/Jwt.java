package vn.loa.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A signed token in compact form (RFC 7515, section 7.1). Its claims are not to be trusted before it is verified. */
record Jwt(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a credential has the form of a token. No API key has it: see {@link AccessConfig#KEY}. */
    static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** A member of the header; null when it is missing. */
    String header(String name) {
        return part(0).path(name).asText(null);
    }

    JsonNode claims() {
        return part(1);
    }

    /**
     * The words of a claim: the items of an array, the words of a string, or the keys of an object, as Zitadel writes roles.
     *
     * @param nameOrPath the claim's name, or the path to it with slashes
     */
    List<String> words(String nameOrPath) {
        JsonNode claim = claims().path(nameOrPath);
        if (claim.isMissingNode()) {
            claim = claims();
            for (String step : nameOrPath.split("/")) {
                claim = claim.path(step);
            }
        }
        List<String> words = new ArrayList<>();
        if (claim.isObject()) {
            claim.fieldNames().forEachRemaining(words::add);
            return words;
        }
        claim.forEach(item -> words.add(item.asText()));
        return claim.isTextual() ? List.of(claim.asText().split(" ")) : words;
    }

    private JsonNode part(int index) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[index]));
        } catch (IOException | IllegalArgumentException e) {
            throw new AuthenticationFailedException("a token whose parts cannot be read", e);
        }
    }
}
