package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/**
 * Answers with the members that were asked for. What is written then is no view any more but JSON; the types only say
 * what it is a part of.
 */
@ApplicationScoped
public class SparseResponses {

    /** A page of a list, with its links. */
    public <T> RestResponse<Page<T>> page(Page<T> page, ListQuery query) {
        return this.<Page<T>>answer(page, query.fields().areAll() ? page : new SparseJson(page, query.fields()))
                .header("Link", page.links(query.uri())).build();
    }

    /** One thing. */
    public <T> RestResponse<T> one(T view, SparseFieldset fields) {
        return this.<T>answer(view, fields.areAll() ? view : new SparseJson(view, fields)).build();
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse.ResponseBuilder<T> answer(Object view, Object written) {
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.ok((T) written);
        Set<String> tags = CacheTagged.tagsOf(view);
        return tags.isEmpty() ? answer : answer.header(CacheTagged.HEADER, String.join(" ", tags));
    }
}
