package vn.loa.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What articles, citations and the register must answer, worked out anew each time from the texts that were published. Which
 * words are citations is taken from the answers; where they lead is not.
 */
final class CitationModel {

    private final Map<String, Article> articles = new ConcurrentHashMap<>();

    /** An article as its editor left it. */
    static final class Article {

        private final String id;
        private final List<ObjectNode> revisions = new ArrayList<>();
        private ObjectNode live;
        private ObjectNode draft;
        private String state = "draft";
        /** The text that the public reads; null before it was read. */
        private JsonNode read;

        private Article(String id, JsonNode content) {
            this.id = id;
            this.draft = content.deepCopy();
        }

        String id() {
            return id;
        }

        boolean isPublic() {
            return state.equals("published") || state.equals("withdrawn");
        }

        int revisions() {
            return revisions.size();
        }

        void edited(JsonNode patch) {
            draft = (draft == null ? live : draft).deepCopy();
            patch.fields().forEachRemaining(field -> draft.set(field.getKey(), field.getValue()));
        }

        void restored(int number) {
            draft = revisions.get(number - 1).deepCopy();
        }

        boolean publish() {
            if (draft == null && !state.equals("withdrawn")) {
                return false;
            }
            live = draft == null ? live : draft;
            draft = null;
            revisions.add(live);
            state = "published";
            return true;
        }

        boolean withdraw() {
            boolean possible = state.equals("published");
            state = possible ? "withdrawn" : state;
            return possible;
        }

        boolean remove() {
            boolean possible = isPublic();
            state = possible ? "gone" : state;
            return possible;
        }

        void checkText(JsonNode answer) {
            assertEquals(state, answer.path("state").asText());
            assertEquals(revisions.size(), answer.path("revision").asInt());
            checkRevision(revisions.size(), answer);
        }

        void checkRevision(int number, JsonNode answer) {
            ObjectNode expected = revisions.get(number - 1);
            assertEquals(expected.path("title").asText(), answer.path("title").asText());
            assertEquals(texts(expected), texts(answer));
        }

        private static List<String> texts(JsonNode content) {
            return stream(content.path("sections")).map(section -> section.path("number").asText() + " "
                    + section.at("/paragraphs/0/text").asText()).toList();
        }

        private JsonNode directive() {
            return read.path("directive");
        }

        /** Whether the words of a citation can mean the article's directive. */
        private boolean isMeantBy(JsonNode citation) {
            JsonNode number = citation.path("number");
            return number.isTextual() && number.equals(directive().path("number"))
                    && (citation.path("type").isNull() || sameType(citation.path("type"), directive().path("type")))
                    && (citation.path("issuedOn").isNull() || directive().path("issuedOn").isNull()
                    || citation.path("issuedOn").equals(directive().path("issuedOn")));
        }

        private static boolean sameType(JsonNode one, JsonNode other) {
            return one.asText().equalsIgnoreCase(other.asText());
        }

        private ObjectNode target() {
            String title = directive().path("title").isNull() ? read.path("title").asText() : directive().path("title").asText();
            return JsonNodeFactory.instance.objectNode().put("articleId", id).put("slug", read.path("slug").asText())
                    .put("title", title);
        }
    }

    void created(String id, JsonNode content) {
        articles.put(id, new Article(id, content));
    }

    Article article(String id) {
        return articles.get(id);
    }

    List<Article> articles() {
        return List.copyOf(articles.values());
    }

    List<Article> publicArticles() {
        return articles.values().stream().filter(Article::isPublic).toList();
    }

    /** Takes over how the article's text was read: its citations, and the times that the server chose. */
    void update(Article article, JsonNode answer) {
        article.read = answer;
    }

    /** Every citation in the answer leads where it should. */
    void checkTargets(JsonNode answer) {
        List<JsonNode> all = new ArrayList<>();
        answer.path("citations").forEach(all::add);
        answer.path("sections").forEach(section -> section.path("citations").forEach(all::add));
        for (JsonNode citation : all) {
            List<ObjectNode> targets = publicArticles().stream().filter(article -> article.isMeantBy(citation))
                    .sorted(Comparator.comparing((Article article) -> article.directive().path("issuedOn").asText(""),
                            Comparator.reverseOrder()).thenComparing(Article::id))
                    .map(Article::target).toList();
            assertEquals(targets.isEmpty() ? "unresolved" : targets.size() == 1 ? "resolved" : "ambiguous",
                    citation.path("status").asText(), () -> citation.toString());
            assertEquals(targets.size() == 1 ? targets.get(0) : JsonNodeFactory.instance.nullNode(), citation.path("target"));
            assertEquals(targets.size() > 1 ? targets : List.of(), stream(citation.path("candidates")).toList());
        }
    }

    /** What a search for the word that all titles have finds of articles, in any order. */
    List<String> found() {
        return publicArticles().stream().map(article -> article.id() + " " + article.state + " "
                + article.revisions.get(article.revisions.size() - 1).path("title").asText()).sorted().toList();
    }

    /** The articles of a search's answer, as {@link #found} has them. */
    static List<String> found(JsonNode answer) {
        return stream(answer.path("items")).map(item -> item.at("/article/id").asText() + " " + item.at("/article/state").asText() + " "
                + item.at("/article/title").asText()).sorted().toList();
    }

    /** The articles that cite an article's directive, the newest first, each with its places in the order of the text. */
    Map<String, List<String>> citedBy(Article cited) {
        Map<String, List<String>> citing = new LinkedHashMap<>();
        publicArticles().stream().filter(article -> article != cited)
                .sorted(Comparator.comparing((Article article) -> Instant.parse(article.read.path("firstPublishedAt").asText()))
                        .thenComparing(Article::id).reversed())
                .forEach(article -> {
                    List<String> places = citations(article).filter(cited::isMeantBy).map(citation -> place(citation,
                            publicArticles().stream().filter(other -> other.isMeantBy(citation)).count() > 1
                                    ? "ambiguous" : "resolved")).toList();
                    if (!places.isEmpty()) {
                        citing.put(article.id(), places);
                    }
                });
        return citing;
    }

    /** The citations of an article's text, without those by which it presents its own directive. */
    private static Stream<JsonNode> citations(Article article) {
        return stream(article.read.path("citations")).filter(citation -> !citation.path("role").asText().equals("subject"));
    }

    /** The same of an answer to cited-by. */
    static Map<String, List<String>> places(JsonNode answer) {
        Map<String, List<String>> citing = new LinkedHashMap<>();
        answer.path("items").forEach(item -> citing.put(item.at("/article/id").asText(),
                stream(item.path("places")).map(place -> place(place, place.path("status").asText())).toList()));
        return citing;
    }

    private static String place(JsonNode place, String status) {
        return place.path("paragraphEId").asText() + " " + place.path("start") + "-" + place.path("end") + " "
                + place.path("raw").asText() + " " + status + " " + place.path("pinpoints");
    }

    /** How many documents each directive cites, and how many articles cite it. */
    Map<String, String> register() {
        Map<String, String> counts = new TreeMap<>();
        publicArticles().stream().filter(article -> article.directive().isObject()).forEach(article -> {
            long cites = citations(article)
                    .map(citation -> citation.path("number").isTextual() ? citation.path("number") : citation.path("raw"))
                    .filter(number -> !Objects.equals(number, article.directive().path("number"))).distinct().count();
            counts.put(article.id(), cites + " " + citedBy(article).size());
        });
        return counts;
    }

    /** The same of an answer of the register. */
    static Map<String, String> counts(JsonNode answer) {
        Map<String, String> counts = new TreeMap<>();
        answer.path("items").forEach(entry -> counts.put(entry.at("/article/id").asText(),
                entry.path("cites").asText() + " " + entry.path("citedBy").asText()));
        return counts;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
