package vn.loa.article.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleAddresses;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.json.MergePatch;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** An article's draft: its working copy, or what a new one begins with. */
@Path(ApiPaths.ARTICLES + "/{article}/draft")
@Tag(name = "drafts")
@RolesAllowed(Roles.EDITOR)
@Transactional
public class DraftResource {

    static final String CONTENT = """
            {"title": "Chỉ thị về chuyển đổi số trong văn thư", "summary": "Văn thư điện tử từ quý III.",
             "byline": "Lâm Ngọc Hân", "tags": ["văn thư"],
             "body": "<p>Ngày 01/6/2024, Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số 31-CT/TU.</p>",
             "directive": {"type": "Chỉ thị", "number": "31-CT/TU", "issuer": "Ban Thường vụ Tỉnh ủy",
               "issuedOn": "2024-06-01", "title": "chuyển đổi số trong văn thư"},
             "sections": [
               {"number": "1", "paragraphs": [{"text": "Các cơ quan số hóa hồ sơ theo Nghị định số 30/2020/NĐ-CP."}]},
               {"number": "2", "paragraphs": [{"text": "Văn phòng Tỉnh ủy theo dõi việc thực hiện."}]}]}
            """;
    private static final int ATTEMPTS = 20;

    private final ArticleAddresses addresses;
    private final Drafts drafts;
    private final SaveDraft saveDraft;
    private final DiscardDraft discardDraft;
    private final ContentReader content;
    private final ObjectMapper json;

    DraftResource(ArticleAddresses addresses, Drafts drafts, SaveDraft saveDraft, DiscardDraft discardDraft,
            ContentReader content, ObjectMapper json) {
        this.addresses = addresses;
        this.drafts = drafts;
        this.saveDraft = saveDraft;
        this.discardDraft = discardDraft;
        this.content = content;
        this.json = json;
    }

    @GET
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Operation(operationId = "getDraft", summary = "An article as editors see it",
            description = "With sections and citations. Where nothing was edited since the last publish it is the published "
                    + "text, which the first change begins with.")
    @APIResponse(responseCode = "200", description = "The draft.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "301", ref = "Moved")
    public RestResponse<DraftView> get(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address) {
        return drafts.read(addresses.idOrRedirect(address));
    }

    @PUT
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Consumes(MediaType.APPLICATION_JSON)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @Operation(operationId = "replaceDraft", summary = "Replaces a draft's content",
            description = "What is left out of the body is removed from the draft, except the slug, which is kept. What a "
                    + "draft shows besides its content may be sent back as it was read.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ContentRequest.class),
            examples = @ExampleObject(name = "example", value = CONTENT)))
    @APIResponse(responseCode = "200", description = "The draft as it is now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "422", ref = "Problem422")
    @APIResponse(responseCode = "428", ref = "Problem428")
    public RestResponse<DraftView> replace(
            @Parameter(description = ArticleAddress.ID_OR_SLUG, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        return change(addresses.id(address), headers, false, seen -> content.read(body, seen));
    }

    @PATCH
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Consumes(MergePatch.MEDIA_TYPE)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @Operation(operationId = "changeDraft", summary = "Changes parts of a draft",
            description = "JSON merge patch (RFC 7396): fields that are sent are replaced, `null` removes, arrays are "
                    + "replaced whole.")
    @RequestBody(required = true, content = @Content(mediaType = MergePatch.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.OBJECT, description = "Any part of an ArticleContent."),
            examples = @ExampleObject(name = "example", value = "{\"title\": \"Một tiêu đề khác\", \"byline\": null}")))
    @APIResponse(responseCode = "200", description = "The draft as it is now.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "422", ref = "Problem422")
    @APIResponse(responseCode = "428", ref = "Problem428")
    public RestResponse<DraftView> change(
            @Parameter(description = ArticleAddress.ID_OR_SLUG, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            JsonNode patch, HttpHeaders headers) {
        // The sections are sent whole or not at all: what is stored of them is needed only to find citations again.
        boolean changesText = ContentReader.TEXT.stream().anyMatch(patch::has);
        return change(addresses.id(address), headers, changesText && !patch.has("sections"), seen -> {
            JsonNode patched = MergePatch.apply(json.valueToTree(seen), patch);
            return changesText || !patch.isObject() ? content.read(patched, seen) : content.readHead(patched, seen);
        });
    }

    /**
     * The article is locked for as long as saving takes, and not while the body is read. A request that accepts any state
     * ({@code If-Match: *}) is tried again when another one changed the draft meanwhile.
     */
    private RestResponse<DraftView> change(UUID id, HttpHeaders headers, boolean withSections,
            Function<DraftView, ContentReader.Result> reading) {
        for (int attempt = 1; ; attempt++) {
            ChangedText changed = read(id, headers, withSections, reading);
            ContentReader.Result read = changed.read();
            drafts.reserve(read.content());
            try {
                return QuarkusTransaction.requiringNew().call(() -> drafts.answer(
                        saveDraft.save(drafts.lockIfUnchanged(id, changed.before()), read.content()), read.warnings()));
            } catch (ProblemException e) {
                if (e.problem().status() != ProblemType.PRECONDITION_FAILED.status() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** @param before the tag of the draft that was changed */
    private record ChangedText(EntityTag before, ContentReader.Result read) {
    }

    /** The draft as it was is forgotten when this returns, because both texts together may be large. */
    private ChangedText read(UUID id, HttpHeaders headers, boolean withSections,
            Function<DraftView, ContentReader.Result> reading) {
        drafts.reserve(id);
        Drafts.DraftRead before = QuarkusTransaction.requiringNew().call(() -> drafts.forReading(id, headers, withSections));
        return new ChangedText(before.etag(), reading.apply(before.view()));
    }

    @DELETE
    @Operation(operationId = "deleteDraft", summary = "Throws a working copy away",
            description = "The published text stays; an article that was never published goes with its draft.")
    @APIResponse(responseCode = "204", description = "The working copy is gone.")
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "428", ref = "Problem428")
    public void delete(
            @Parameter(description = ArticleAddress.ID_OR_SLUG, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address, HttpHeaders headers) {
        discardDraft.discard(drafts.lockForChange(addresses.id(address), headers));
    }
}
