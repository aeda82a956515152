package vn.loa.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CacheTagged;

/**
 * Builds responses with only the members that the client asked for. The entity is then JSON and not the view; the
 * declared types serve the contract only.
 */
@Singleton
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

    /**
     * Writes only the wanted members of a view, or of a page of views. The others are left out while writing, because a
     * JSON tree in memory would take several times the size of the bytes.
     */
    private static final class SparseJson implements JsonSerializable, CacheTagged {

        private final Object whole;
        private final SparseFieldset fields;

        SparseJson(Object whole, SparseFieldset fields) {
            this.whole = whole;
            this.fields = fields;
        }

        /** Those of the whole view: what is left out may still be what the wanted members are made of. */
        @Override
        public Set<String> cacheTags() {
            return CacheTagged.tagsOf(whole);
        }

        @Override
        public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
            TokenFilter members = new Members(fields);
            TokenFilter filter = whole instanceof Page<?> ? new Items(members) : members;
            serializers.defaultSerializeValue(whole,
                    new FilteringGeneratorDelegate(json, filter, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true));
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type) throws IOException {
            serialize(json, serializers);
        }

        /** Keeps the wanted members of an object. */
        private static final class Members extends TokenFilter {

            private final SparseFieldset fields;

            private Members(SparseFieldset fields) {
                this.fields = fields;
            }

            @Override
            public TokenFilter includeProperty(String name) {
                return fields.contains(name) ? INCLUDE_ALL : null;
            }

            @Override
            public boolean includeEmptyObject(boolean contentsFiltered) {
                return true;
            }

            @Override
            public boolean includeEmptyArray(boolean contentsFiltered) {
                return true;
            }
        }

        /** Keeps the wanted members of each item of a page, and all other members of the page. */
        private static final class Items extends TokenFilter {

            private final TokenFilter members;

            private Items(TokenFilter members) {
                this.members = members;
            }

            @Override
            public TokenFilter includeProperty(String name) {
                return name.equals("items") ? members : INCLUDE_ALL;
            }
        }
    }
}
