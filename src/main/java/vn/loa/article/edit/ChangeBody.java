package vn.loa.article.edit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import vn.loa.article.Draft;

/** Changes the body of a draft, and nothing else. Joins the caller's transaction. */
@ApplicationScoped
public class ChangeBody {

    private final Drafts drafts;
    private final ContentReader content;
    private final SaveDraft saveDraft;
    private final ObjectMapper json;

    ChangeBody(Drafts drafts, ContentReader content, SaveDraft saveDraft, ObjectMapper json) {
        this.drafts = drafts;
        this.content = content;
        this.saveDraft = saveDraft;
        this.json = json;
    }

    /**
     * @param draft whose article is locked
     * @throws vn.loa.problem.ProblemException 409 when the draft cannot be edited now, 422 when the body cannot be stored
     */
    public Draft change(Draft draft, UnaryOperator<String> body) {
        DraftView seen = drafts.view(draft, null);
        ObjectNode sent = json.valueToTree(seen);
        sent.put("body", body.apply(sent.path("body").asText()));
        return saveDraft.save(draft, content.read(sent, seen).content());
    }
}
