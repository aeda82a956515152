package vn.loa.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers with the members that were asked for. What is written then is no view any more but JSON; the types only say
 * what it is a part of.
 */
@ApplicationScoped
public class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** A page of a list, with its links. */
    public <T> RestResponse<Page<T>> page(Page<T> page, ListQuery query) {
        return this.<Page<T>>answer(page, query.fields().areAll() ? page : sparse(page, query.fields()))
                .header("Link", page.links(query.uri())).build();
    }

    private JsonNode sparse(Page<?> page, Fields fields) {
        ObjectNode whole = json.valueToTree(page);
        whole.withArray("items").forEach(item -> fields.retainIn((ObjectNode) item));
        return whole;
    }

    /** One thing. */
    public <T> RestResponse<T> one(T view, Fields fields) {
        return this.<T>answer(view, fields.areAll() ? view : fields.retainIn(json.valueToTree(view))).build();
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse.ResponseBuilder<T> answer(Object view, Object written) {
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.ok((T) written);
        Set<String> tags = CacheTagged.tagsOf(view);
        return tags.isEmpty() ? answer : answer.header(CacheTagged.HEADER, String.join(" ", tags));
    }
}
