package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/**
 * Builds responses with only the members that the client asked for. The entity is then JSON and not the view; the
 * declared types serve the contract only.
 */
@ApplicationScoped
public class SparseResponses {

    /** A page of a list, with its links. */
    public <T> RestResponse<Page<T>> page(Page<T> page, ListQuery query) {
        return this.<Page<T>>answer(page, query.fields().isAll() ? page : new SparseJson(page, query.fields()))
                .header("Link", page.links(query.uri())).build();
    }

    /** A single view. */
    public <T> RestResponse<T> one(T view, SparseFieldset fields) {
        return this.<T>answer(view, fields.isAll() ? view : new SparseJson(view, fields)).build();
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse.ResponseBuilder<T> answer(Object view, Object written) {
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.ok((T) written);
        Set<String> tags = CacheTagged.tagsOf(view);
        return tags.isEmpty() ? answer : answer.header(CacheTagged.HEADER, String.join(" ", tags));
    }
}
