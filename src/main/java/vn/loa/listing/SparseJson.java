package vn.loa.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * A view, or a page of views, of which only some members are written. They are left out while it is written: no tree of it
 * is made in memory, which would take several times what its bytes do.
 */
final class SparseJson implements JsonSerializable {

    private final Object whole;
    private final SparseFieldset fields;

    SparseJson(Object whole, SparseFieldset fields) {
        this.whole = whole;
        this.fields = fields;
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

    /** Of an object. */
    private static final class Members extends TokenFilter {

        private final SparseFieldset fields;

        private Members(SparseFieldset fields) {
            this.fields = fields;
        }

        @Override
        public TokenFilter includeProperty(String name) {
            return fields.has(name) ? INCLUDE_ALL : null;
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

    /** Of a page: of its items some members, of the rest all. */
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
