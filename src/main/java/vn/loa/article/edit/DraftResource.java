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
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleAddresses;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.json.MergePatch;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** An article's draft: its working copy, or what a new one begins with. */
@Path(ApiPaths.ARTICLES + "/{article}/draft")
@RolesAllowed(Roles.EDITOR)
@Transactional
public class DraftResource {

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
    public RestResponse<DraftView> get(
            @PathParam("article") ArticleAddress address) {
        return drafts.read(addresses.idOrRedirect(address));
    }

    @PUT
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Consumes(MediaType.APPLICATION_JSON)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @MayBeMinimal
    public RestResponse<DraftView> replace(
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        return change(addresses.id(address), headers, false, seen -> content.read(body, seen));
    }

    @PATCH
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @MayBeMinimal
    public RestResponse<DraftView> change(
            @PathParam("article") ArticleAddress address,
            JsonNode patch, HttpHeaders headers) {
        // The sections are sent whole or not at all: what is stored of them is needed only to find citations again.
        boolean changesText = patch == null || !patch.isObject() || ContentReader.TEXT.stream().anyMatch(patch::has);
        return change(addresses.id(address), headers, changesText && patch != null && !patch.has("sections"), seen -> {
            JsonNode patched = MergePatch.apply(json.valueToTree(seen), patch);
            return changesText ? content.read(patched, seen) : content.readHead(patched, seen);
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
    public void delete(
            @PathParam("article") ArticleAddress address, HttpHeaders headers) {
        discardDraft.discard(drafts.lockForChange(addresses.id(address), headers));
    }
}
