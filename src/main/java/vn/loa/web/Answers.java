package vn.loa.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
    @SuppressWarnings("unchecked")
    public <T> RestResponse<Page<T>> page(Page<T> page, ListQuery query) {
        Fields fields = query.fields();
        return fields.areAll() ? page.answer(query.uri())
                : new Page<>((List<T>) page.items().stream().map(item -> fields.only(item, json)).toList(), page.page())
                        .answer(query.uri());
    }

    /** One thing. */
    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> one(T view, Fields fields) {
        return RestResponse.ok(fields.areAll() ? view : (T) fields.only(view, json));
    }
}
