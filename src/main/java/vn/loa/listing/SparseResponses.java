package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Builds responses with only the members that the client asked for. The entity is then JSON and not the view; the
 * declared types serve the contract only.
 */
@ApplicationScoped
public class SparseResponses {

    /** A page of a list, with its links. Its items may be stored JSON. */
    public <T> RestResponse<Page<T>> page(Page<?> page, ListQuery query) {
        return this.<Page<T>>answer(query.fields().isAll() ? page : new SparseJson(page, query.fields()))
                .header("Link", page.links(query.uri())).build();
    }

    /** A single view. */
    public <T> RestResponse<T> one(T view, SparseFieldset fields) {
        return this.<T>answer(fields.isAll() ? view : new SparseJson(view, fields)).build();
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse.ResponseBuilder<T> answer(Object written) {
        return RestResponse.ResponseBuilder.ok((T) written);
    }
}
