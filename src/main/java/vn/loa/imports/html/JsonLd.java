package vn.loa.imports.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.text.fold.VietnameseText;

/** The article in a page's JSON-LD (schema.org). What is no JSON is not there. */
public final class JsonLd {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(100_000).build()).build());
    private static final int MOST_NODES = 1_000;

    private final JsonNode article;

    private JsonLd(JsonNode article) {
        this.article = article;
    }

    public static JsonLd in(Document document) {
        List<JsonNode> nodes = new ArrayList<>();
        for (Element script : document.select("script[type=application/ld+json]")) {
            try {
                collect(MAPPER.readTree(script.data()), nodes);
            } catch (JsonProcessingException e) {
                // Many pages write their metadata by hand; what cannot be read is left out.
                continue;
            }
        }
        return new JsonLd(nodes.stream().filter(JsonLd::isArticle).findFirst().orElse(MissingNode.getInstance()));
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        if (node == null || nodes.size() >= MOST_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, nodes));
        } else if (node.isObject()) {
            nodes.add(node);
            collect(node.get("@graph"), nodes);
            collect(node.get("mainEntity"), nodes);
        }
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        return type.isArray() ? StreamSupport.stream(type.spliterator(), false).anyMatch(each -> isArticle(each.asText()))
                : isArticle(type.asText());
    }

    private static boolean isArticle(String type) {
        return type.endsWith("Article") || type.endsWith("BlogPosting") || type.endsWith("Report");
    }

    /** The member's first text; null when it has none. */
    public String text(String member) {
        return texts(member).stream().findFirst().orElse(null);
    }

    public List<String> texts(String member) {
        return values(member).stream().filter(JsonNode::isTextual).map(node -> VietnameseText.line(node.asText()))
                .filter(Objects::nonNull).toList();
    }

    /** The names of persons or organisations, which are texts or objects. */
    public List<String> names(String member) {
        return values(member).stream().map(node -> node.isTextual() ? node.asText() : node.path("name").asText())
                .map(VietnameseText::line).filter(Objects::nonNull).toList();
    }

    /** The address of a picture, which is a text or an object. */
    public String address(String member) {
        return values(member).stream().map(node -> node.isTextual() ? node.asText() : node.path("url").asText())
                .map(VietnameseText::line).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private List<JsonNode> values(String member) {
        JsonNode value = article.path(member);
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false).toList() : List.of(value);
    }
}
