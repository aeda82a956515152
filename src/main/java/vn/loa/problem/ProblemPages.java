package vn.loa.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the page to which a problem's {@code type} leads, and the list of all types: for browsers as HTML, else as JSON. */
@Path("/problems")
public class ProblemPages {

    /** A problem type as JSON. */
    public record ProblemTypeView(
            String type,
            String code,
            int status,
            String title,
            String explanation) {

        static ProblemTypeView of(ProblemType type) {
            return new ProblemTypeView(type.uri(), type.code(), type.status(), type.title(), type.explanation());
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public RestResponse<Object> list(@Context HttpHeaders request) {
        return wantsPage(request) ? html(page("Problems", Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"" + type.uri() + "\">" + type.code() + "</a> (" + type.status() + "): "
                        + type.title() + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"))))
                : json(Arrays.stream(ProblemType.values()).map(ProblemTypeView::of).toList());
    }

    @GET
    @Path("/{code}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public RestResponse<Object> get(@PathParam("code") String code, @Context HttpHeaders request) {
        ProblemType type = find(code);
        return wantsPage(request) ? html(page(type.title(), "<p>" + type.explanation().replaceAll("`([^`]*)`", "<code>$1</code>")
                .replace("<key>", "&lt;key&gt;") + "</p>\n<p>Status " + type.status() + ", code <code>"
                + type.code() + "</code></p>\n<p><a href=\"/problems\">All problems</a></p>\n"))
                : json(ProblemTypeView.of(type));
    }

    /** By now the header has the chosen type alone. */
    private static boolean wantsPage(HttpHeaders request) {
        return MediaType.TEXT_HTML.equals(request.getHeaderString(HttpHeaders.ACCEPT));
    }

    private static RestResponse<Object> html(String page) {
        return answer(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    private static RestResponse<Object> json(Object view) {
        return answer(view, MediaType.APPLICATION_JSON_TYPE);
    }

    private static RestResponse<Object> answer(Object form, MediaType type) {
        return RestResponse.ResponseBuilder.ok(form).type(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static ProblemType find(String code) {
        return ProblemType.ofCode(code).orElseThrow(() ->
                Problem.of(ProblemType.NOT_FOUND, "There is no problem of this code.").asException());
    }

    private static String page(String title, String content) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + content + "</body></html>\n";
    }
}
