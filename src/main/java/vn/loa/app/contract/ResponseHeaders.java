package vn.loa.app.contract;

import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the headers of responses. */
final class ResponseHeaders {

    private ResponseHeaders() {
    }

    static void add(APIResponse response, String name, String description) {
        response.addHeader(name, OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }

    /** Adds the headers that caches need, which all public operations have. */
    static void addValidators(APIResponse response) {
        add(response, "ETag", "Of these very bytes: each form and coding has its own.");
        add(response, "Last-Modified", "When anything that the public reads changed last. Absent within two "
                + "seconds of that.");
        response.getHeaders().get("Last-Modified").setRequired(false);
        add(response, "Cache-Control", "How long caches may keep it: not beyond the next scheduled change.");
        add(response, "Cache-Tag", "What a cache that can purge knows it by: `article-<id>` for each article that "
                + "it shows, `lists`.");
        add(response, "Vary", "The request headers that it depends on.");
        add(response, "Age", "Only while the database is away: for how many seconds it is not known whether this is true.");
        add(response, "Cache-Status", "Only while the database is away: `Loa; hit; ttl=-12; detail=database-away`.");
        Stream.of("Age", "Cache-Status").forEach(name -> response.getHeaders().get(name).setRequired(false));
    }
}
