package vn.loa.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A signed token as it was shown (RFC 7515, compact). What it says is worth nothing until it has been verified. */
record Jwt(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys have no dots, so that nothing is ever both. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** A member of the header, null when it is not there. */
    String header(String name) {
        return part(0).path(name).asText(null);
    }

    JsonNode claims() {
        return part(1);
    }

    /**
     * The texts of a claim, by its name or by the path to it: an array, a list with spaces between, or the keys of an
     * object, as Zitadel writes roles.
     */
    List<String> texts(String nameOrPath) {
        JsonNode claim = claims().path(nameOrPath);
        if (claim.isMissingNode()) {
            claim = claims();
            for (String step : nameOrPath.split("/")) {
                claim = claim.path(step);
            }
        }
        List<String> texts = new ArrayList<>();
        if (claim.isObject()) {
            claim.fieldNames().forEachRemaining(texts::add);
            return texts;
        }
        claim.forEach(text -> texts.add(text.asText()));
        return claim.isTextual() ? List.of(claim.asText().split(" ")) : texts;
    }

    private JsonNode part(int index) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[index]));
        } catch (IOException | IllegalArgumentException e) {
            throw new AuthenticationFailedException("a token whose parts cannot be read", e);
        }
    }
}
