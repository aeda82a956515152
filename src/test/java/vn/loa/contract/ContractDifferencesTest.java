package vn.loa.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.contract.Difference.Kind;

/** Small made-up changes of a small contract: what breaks clients is refused, and what does not is let through. */
class ContractDifferencesTest {

    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: Small, version: 1.0.0}
            paths:
              /articles:
                get:
                  operationId: listArticles
                  security: []
                  parameters:
                    - {name: tag, in: query, schema: {type: string, maxLength: 60}}
                    - {name: sort, in: query, schema: {type: string, enum: [title, views], default: title}}
                    - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                    - {name: q, in: query, required: true, schema: {type: string}}
                  responses:
                    '200':
                      description: The articles.
                      headers:
                        ETag: {required: true, schema: {type: string}}
                      content:
                        application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Article'}}}
                        text/plain: {schema: {type: string}}
                    '404': {description: None.}
                post:
                  operationId: createArticle
                  description: Needs the role `editor`.
                  security: [{bearer: []}]
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Content'}}
                      text/html: {schema: {type: string}}
                  responses:
                    '201':
                      description: The article.
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Article'}}
            components:
              securitySchemes:
                bearer: {type: http, scheme: bearer}
              schemas:
                Article:
                  type: object
                  required: [id, title]
                  properties:
                    id: {type: string, format: uuid}
                    title: {type: string}
                    summary: {type: [string, 'null']}
                    state: {type: string, enum: [published, withdrawn]}
                    author: {anyOf: [{$ref: '#/components/schemas/Author'}, {type: 'null'}]}
                Author: {type: object, required: [name], properties: {name: {type: string}}}
                Content:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, minLength: 1}
                    summary: {type: [string, 'null']}
                    kind: {type: string, enum: [news, law]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an operation | '/articles:' | '/texts:' | `GET /articles`: is gone
            a name of an operation | operationId: listArticles | operationId: listTexts | `GET /articles`: `operationId` is `listTexts`, which names the method of every client
            a key | 'security: []' | 'security: [{bearer: []}]' | `GET /articles`: asks for a key in cases in which it did not
            a role | the role `editor` | the role `admin` | `POST /articles`: needs the role `admin` instead of `editor`
            a parameter | '- {name: tag' | '- {name: word' | `GET /articles`: query parameter `tag` is gone
            a parameter that is required now | 'name: tag, in: query,' | 'name: tag, in: query, required: true,' | `GET /articles`: query parameter `tag` is required
            another style of a parameter | 'name: tag, in: query,' | 'name: tag, in: query, explode: false,' | `GET /articles`: query parameter `tag` is written otherwise (`explode`)
            a smaller limit | maxLength: 60 | maxLength: 50 | `GET /articles`, query parameter `tag`: `maxLength` is 50 (in requests)
            a greater limit from below | minimum: 1 | minimum: 2 | `GET /articles`, query parameter `size`: `minimum` is 2 (in requests)
            a pattern | 'minLength: 1}' | 'minLength: 1, pattern: "^a"}' | `Content` member `title`: `pattern` is `^a` (in requests)
            another default | default: title | default: views | `GET /articles`, query parameter `sort`: `default` is `views` (in requests)
            a value of a parameter | 'enum: [title, views]' | 'enum: [title]' | `GET /articles`, query parameter `sort`: value `views` is gone (in requests)
            a value in a body | 'enum: [news, law]' | 'enum: [news]' | `Content` member `kind`: value `law` is gone (in requests)
            an enumeration that was none | 'title: {type: string, minLength: 1}' | 'title: {type: string, minLength: 1, enum: [a]}' | `Content` member `title`: is one of an enumeration (in requests)
            a status | '''404''' | '''410''' | `GET /articles`: status 404 is gone
            a media type of answers | text/plain | text/csv | `GET /articles`, 200: `text/plain` is gone
            a media type of requests | text/html | text/csv | `POST /articles`, body: `text/html` is gone
            a header | 'ETag: {' | 'Link: {' | `GET /articles`, 200: header `ETag` is gone
            a header that may be missing | 'ETag: {required: true, ' | 'ETag: {' | `GET /articles`, 200: header `ETag` may be missing
            a body that is required now | 'requestBody:' | 'requestBody:\n        required: true' | `POST /articles`, body: it is required
            a member of answers | 'id: {type: string, format: uuid}' | 'key: {type: string, format: uuid}' | `Article`: member `id` is gone (in answers)
            a member that may be missing | 'required: [id, title]' | 'required: [id]' | `Article`: member `title` is no longer required (in answers)
            a null by type | 'title: {type: string}' | 'title: {type: [string, "null"]}' | `Article` member `title`: may be null (in answers)
            a null by an alternative | '{$ref: ''#/components/schemas/Article''}}}' | '{anyOf: [{$ref: ''#/components/schemas/Article''}, {type: "null"}]}}}' | `GET /articles`, 200 items: may be null (in answers)
            another type | 'id: {type: string, format: uuid}' | 'id: {type: integer, format: uuid}' | `Article` member `id`: is of the type [integer] instead of [string] (in answers)
            another format | 'format: uuid' | 'format: uri' | `Article` member `id`: `format` is another (in answers)
            a member of requests | 'kind: {type: string, enum: [news, law]}' | 'sort: {type: string, enum: [news, law]}' | `Content`: member `kind` is gone (in requests)
            a member that is required now | 'required: [title]' | 'required: [title, kind]' | `Content`: member `kind` is required (in requests)
            a null that is not taken any more | 'summary: {type: [string, ''null'']}\n        kind' | 'summary: {type: string}\n        kind' | `Content` member `summary`: is never null (in requests)
            """)
    void breaks_clients(String what, String old, String now, String told) {
        Contract changed = changed(old, now);
        List<String> breaking = ContractDifferences.between(Contract.of(CONTRACT), changed).stream()
                .filter(one -> one.kind() == Kind.BREAKING).map(Difference::toString).toList();
        assertTrue(breaking.contains(told), () -> what + ": " + breaking);
        assertTrue(refusal(changed).orElse("").startsWith("These changes break clients of version 1.0.0"), what);
        assertEquals(Optional.empty(), refusal(versioned(changed, "2.0.0")), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a parameter | '- {name: q' | '- {name: author, in: query, schema: {type: string}}\n        - {name: q' | `GET /articles`: query parameter `author` is new
            a parameter that is not required any more | 'required: true, schema: {type: string}}\n      responses' | 'schema: {type: string}}\n      responses' | `GET /articles`: query parameter `q` is no longer required
            a greater limit | maxLength: 60 | maxLength: 70 | `GET /articles`, query parameter `tag`: `maxLength` is 70 (in requests)
            a value of answers | 'enum: [published, withdrawn]' | 'enum: [published, withdrawn, suspended]' | `Article` member `state`: value `suspended` is new (in answers)
            a value of requests | 'enum: [news, law]' | 'enum: [news, law, notice]' | `Content` member `kind`: value `notice` is new (in requests)
            a status | '''404'': {description: None.}' | '''404'': {description: None.}\n        ''503'': {description: Not now.}' | `GET /articles`: status 503 is new
            a member of answers | 'id: {type: string, format: uuid}' | 'id: {type: string, format: uuid}\n        slug: {type: string}' | `Article`: member `slug` is new (in answers)
            a member of requests | 'kind: {type' | 'slug: {type: string}\n        kind: {type' | `Content`: member `slug` is new (in requests)
            a member that is always there | 'required: [id, title]' | 'required: [id, title, state]' | `Article`: member `state` is required (in answers)
            a null that is taken now | 'title: {type: string, minLength: 1}' | 'title: {type: [string, "null"], minLength: 1}' | `Content` member `title`: may be null (in requests)
            a null that is not answered any more | 'summary: {type: [string, ''null'']}\n        state' | 'summary: {type: string}\n        state' | `Article` member `summary`: is never null (in answers)
            less security | 'security: [{bearer: []}]' | 'security: [{}, {bearer: []}]' | `POST /articles`: asks for less security
            a media type | 'text/html: {schema' | 'text/markdown: {schema: {type: string}}\n          text/html: {schema' | `POST /articles`, body: `text/markdown` is new
            """)
    void does_not_break_clients(String what, String old, String now, String told) {
        Contract changed = changed(old, now);
        List<Difference> differences = ContractDifferences.between(Contract.of(CONTRACT), changed);
        assertTrue(differences.stream().noneMatch(one -> one.kind() == Kind.BREAKING), () -> what + ": " + differences);
        assertTrue(differences.stream().map(Difference::toString).toList().contains(told), () -> what + ": " + differences);
        assertEquals(Optional.empty(), refusal(versioned(changed, "1.1.0")), what);
        assertTrue(refusal(changed).orElse("").contains("info.version has to be 1.1.0 or greater"), what);
    }

    /** Each finds what the other one misses. */
    @Test
    void openapi_diff_is_asked_too() {
        Contract small = Contract.of(CONTRACT);
        assertEquals(List.of("`GET /articles`: is gone", "`POST /articles`: is gone"),
                OpenApiDiff.breaking(small, changed("/articles:", "/texts:")));
        assertEquals(List.of("`GET /articles`: parameters"), OpenApiDiff.breaking(small, changed("- {name: tag", "- {name: word")));
        assertEquals(List.of(), OpenApiDiff.breaking(small, changed("title: {type: string}", "title: {type: [string, 'null']}")));
        assertEquals(List.of(), OpenApiDiff.breaking(small, changed("operationId: listArticles", "operationId: listTexts")));
    }

    @Test
    void words_examples_and_order_are_no_change() {
        Contract reworded = changed("description: The articles.", "description: All articles.");
        assertEquals(List.of(), ContractDifferences.between(Contract.of(CONTRACT), reworded));
        assertEquals(Optional.empty(), refusal(reworded));
    }

    @Test
    void the_changelog_tells_what_is_new_and_keeps_what_it_told_before() {
        Contract kept = Contract.of(CONTRACT);
        Contract present = versioned(changed("enum: [published, withdrawn]", "enum: [published, withdrawn, suspended]"), "1.1.0");
        String page = "# Changes\n\nWhat changed.\n\n## 1.0.0\n\nThe first version.\n";
        String written = Changelog.written(page, kept, present);
        assertEquals("# Changes\n\nWhat changed.\n\n## 1.1.0\n\n### Added\n\n"
                + "- `Article` member `state`: value `suspended` is new (in answers)\n\n## 1.0.0\n\nThe first version.\n", written);
        assertEquals(written, Changelog.written(written, kept, present));
        assertEquals(written, Changelog.written(written, present, present), "when 1.1.0 is kept, what it told stays");
        assertEquals(page, Changelog.written(page, kept, kept));
    }

    private static Optional<String> refusal(Contract changed) {
        return KeptContract.refusal(Contract.of(CONTRACT), changed);
    }

    private static Contract changed(String old, String now) {
        String oldText = old.replace("\\n", "\n");
        assertTrue(CONTRACT.contains(oldText), oldText);
        int at = CONTRACT.indexOf(oldText);
        return Contract.of(CONTRACT.substring(0, at) + now.replace("\\n", "\n") + CONTRACT.substring(at + oldText.length()));
    }

    private static Contract versioned(Contract contract, String version) {
        return Contract.of(contract.text().replace("version: 1.0.0", "version: " + version));
    }
}
