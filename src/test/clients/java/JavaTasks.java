import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import vn.loa.client.ApiClient;
import vn.loa.client.ApiException;
import vn.loa.client.ApiResponse;
import vn.loa.client.api.ArticlesApi;
import vn.loa.client.api.ArticlesApi.APIGetArticleRequest;
import vn.loa.client.api.ArticlesApi.APIListArticlesRequest;
import vn.loa.client.api.CitationsApi;
import vn.loa.client.api.CitationsApi.APIListCitedByRequest;
import vn.loa.client.api.DirectivesApi;
import vn.loa.client.api.DirectivesApi.APIResolveRequest;
import vn.loa.client.api.DraftsApi;
import vn.loa.client.api.DraftsApi.APIChangeDraftRequest;
import vn.loa.client.api.DraftsApi.APICreateArticleRequest;
import vn.loa.client.api.DraftsApi.APIGetDraftRequest;
import vn.loa.client.api.ImportsApi;
import vn.loa.client.api.ImportsApi.APIImportPageRequest;
import vn.loa.client.api.MediaApi;
import vn.loa.client.api.MediaApi.APIGetMediaRequest;
import vn.loa.client.api.MediaApi.APIUploadMediaRequest;
import vn.loa.client.api.PublishingApi;
import vn.loa.client.api.PublishingApi.APIPublishArticleRequest;
import vn.loa.client.api.SearchApi;
import vn.loa.client.api.SearchApi.APISearchRequest;
import vn.loa.client.api.SectionsApi;
import vn.loa.client.api.SectionsApi.APIGetSectionHtmlRequest;
import vn.loa.client.api.SectionsApi.APIGetSectionRequest;
import vn.loa.client.api.VisitorsApi;
import vn.loa.client.api.VisitorsApi.APIRecordHitRequest;
import vn.loa.client.model.Action;
import vn.loa.client.model.Article;
import vn.loa.client.model.ArticleContent;
import vn.loa.client.model.ArticlePage;
import vn.loa.client.model.ArticlePatch;
import vn.loa.client.model.AttachmentInput;
import vn.loa.client.model.Draft;
import vn.loa.client.model.Highlight;
import vn.loa.client.model.Highlighted;
import vn.loa.client.model.HitRequest;
import vn.loa.client.model.ImportReport;
import vn.loa.client.model.Problem;
import vn.loa.client.model.PublicState;
import vn.loa.client.model.PublishRequest;
import vn.loa.client.model.Resolution;
import vn.loa.client.model.Section;
import vn.loa.client.model.State;

/** The tasks with the client that openapi-generator makes for Java with its library "native". */
final class JavaTasks {

    private static final String CARRYING = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi";
    private static final String CITED = "doi-moi-pho-bien-giao-duc-phap-luat-nang-cao-chat-luong-hoa-giai-o-co-so";

    private final ApiClient reader = client("LOA_URL", false);
    private final ApiClient editor = client("LOA_URL", true);
    private final ArticlesApi articles = new ArticlesApi(reader);
    private final DraftsApi drafts = new DraftsApi(editor);
    private final PublishingApi publishing = new PublishingApi(editor);
    private String articleId;

    public static void main(String[] arguments) {
        new JavaTasks().run();
    }

    private void run() {
        task("1 list, filter, sort", this::list);
        task("2 an article by slug, with its sections", this::article);
        task("3 a section as JSON and as HTML", this::section);
        task("4 search, with what is to be highlighted", this::search);
        task("5 resolve what is typed", this::resolve);
        task("6 what cites an article", this::citedBy);
        task("7 report a hit, read the counters", this::hit);
        task("8 create, change, publish", this::publish);
        task("9 import a page", this::importPage);
        task("10 upload a file, publish it, download it", this::upload);
        task("11 a problem that is typed", this::problem);
        task("12 walk a list by cursor", this::walk);
        task("bears values that it does not know", this::unknownValues);
    }

    private void list() throws ApiException {
        ArticlePage list = articles.listArticles(APIListArticlesRequest.newBuilder().type(List.of("Chỉ thị"))
                .issuedOnGte(LocalDate.of(2024, 1, 1)).sort(List.of("-issuedOn", "title")).size(2).build());
        check(list.getItems().size() == 2 && list.getItems().get(0).getSlug().equals(CARRYING), list);
    }

    private void article() throws ApiException {
        Article article = articles.getArticle(APIGetArticleRequest.newBuilder().article(CARRYING)
                .include(List.of("sections")).build());
        check(article.getSections().size() == 6 && article.getFirstPublishedAt() != null, article);
    }

    private void section() throws Exception {
        SectionsApi sections = new SectionsApi(reader);
        Section section = sections.getSection(APIGetSectionRequest.newBuilder().article(CARRYING).eId("sec_4").build());
        check(section.geteId().equals("sec_4") && !section.getParagraphs().isEmpty(), section);
        File html = sections.getSectionHtml(APIGetSectionHtmlRequest.newBuilder().article(CARRYING).eId("sec_4").build());
        check(Files.readString(html.toPath()).contains("sec_4__p_1"), html);
    }

    private void search() throws ApiException {
        Highlighted title = new SearchApi(reader).search(APISearchRequest.newBuilder().q("an toan giao thong").build())
                .getItems().get(0).getTitle();
        Highlight mark = title.getHighlights().get(0);
        check(title.getText().substring(mark.getStart(), mark.getEnd()).equals("an toàn giao thông"), title);
    }

    private void resolve() throws ApiException {
        DirectivesApi directives = new DirectivesApi(reader);
        Resolution one = directives.resolve(APIResolveRequest.newBuilder().q("Chỉ thị số 19-CT/TU").build());
        check(one.getTarget().getArticle().getSlug().equals(CITED), one);
        Resolution many = directives.resolve(APIResolveRequest.newBuilder().q("Chỉ thị").build());
        check(many.getTarget() == null && many.getCandidates().size() > 1, many);
    }

    private void citedBy() throws ApiException {
        check(new CitationsApi(reader).listCitedBy(APIListCitedByRequest.newBuilder().article(CITED).build()).getItems().stream()
                .flatMap(item -> item.getPlaces().stream()).anyMatch(place -> place.getRaw().contains("19-CT/TU")), "places");
    }

    private void hit() throws ApiException {
        VisitorsApi visitors = new VisitorsApi(reader);
        int status = visitors.recordHitWithHttpInfo(APIRecordHitRequest.newBuilder().hitRequest(new HitRequest()).build())
                .getStatusCode();
        check(status == 204, status);
        check(visitors.getVisitors().getTotal() > 0, "the total");
    }

    private void publish() throws ApiException {
        ApiResponse<Draft> created = drafts.createArticleWithHttpInfo(APICreateArticleRequest.newBuilder()
                .articleContent(new ArticleContent().title("Bài của Java").byline("Người viết")).build());
        articleId = created.getData().getId().toString();
        Draft changed = change(created, new ArticlePatch().summary("Tóm tắt").addTagsItem("thử").byline(null));
        check(changed.getSummary().equals("Tóm tắt") && changed.getByline() == null, changed);
        Draft published = publishing.publishArticle(APIPublishArticleRequest.newBuilder().article(articleId)
                .publishRequest(new PublishRequest().changeNote("Đăng lần đầu")).build());
        check(published.getState() == State.PUBLISHED, published);
    }

    private Draft change(ApiResponse<Draft> seen, ArticlePatch patch) throws ApiException {
        return drafts.changeDraft(APIChangeDraftRequest.newBuilder().article(articleId)
                .ifMatch(seen.getHeaders().get("etag").get(0)).articlePatch(patch).build());
    }

    private void importPage() throws ApiException {
        ImportReport report = new ImportsApi(editor).importPage(APIImportPageRequest.newBuilder()
                .body(System.getenv("LOA_PAGE").replace("Nâng cao", "Java: nâng cao")).build());
        check(report.getArticle().getTitle().startsWith("Java"), report);
    }

    private void upload() throws Exception {
        Path pdf = Files.createTempFile("java", ".pdf");
        Files.writeString(pdf, "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% Java\nstartxref\n0\n%%EOF\n");
        UUID id = new MediaApi(editor).uploadMedia(APIUploadMediaRequest.newBuilder()._file(pdf.toFile()).build()).getId();
        change(drafts.getDraftWithHttpInfo(APIGetDraftRequest.newBuilder().article(articleId).build()),
                new ArticlePatch().addAttachmentsItem(new AttachmentInput().id(id).title("Tệp")));
        publishing.publishArticle(APIPublishArticleRequest.newBuilder().article(articleId)
                .publishRequest(new PublishRequest()).build());
        File file = new MediaApi(reader).getMedia(APIGetMediaRequest.newBuilder().id(id).build());
        check(Files.mismatch(file.toPath(), pdf) == -1, file);
    }

    private void problem() throws Exception {
        Problem problem = problemOf(reader, () -> articles.getArticle(APIGetArticleRequest.newBuilder().article("khong-co").build()));
        check(problem.getCode() == Problem.CodeEnum.NOT_FOUND, problem);
        Problem refused = problemOf(reader, () -> articles.listArticles(APIListArticlesRequest.newBuilder().size(1000).build()));
        check(refused.getErrors().get(0).getParameter().equals("size"), refused);
    }

    private void walk() throws ApiException {
        Set<UUID> seen = new HashSet<>();
        ArticlePage list = articles.listArticles(APIListArticlesRequest.newBuilder().sort(List.of("title")).size(2).build());
        long total = list.getPage().getTotalItems();
        list.getItems().forEach(item -> seen.add(item.getId()));
        while (list.getPage().getNextCursor() != null) {
            list = articles.listArticles(APIListArticlesRequest.newBuilder().sort(List.of("title")).size(2)
                    .cursor(list.getPage().getNextCursor()).build());
            list.getItems().forEach(item -> seen.add(item.getId()));
        }
        check(seen.size() == total && total > 4, seen.size() + " of " + total);
    }

    private void unknownValues() throws Exception {
        ApiClient later = client("LOA_LATER_URL", true);
        ArticlesApi laterArticles = new ArticlesApi(later);
        Article article = laterArticles.getArticle(APIGetArticleRequest.newBuilder().article(CARRYING)
                .include(List.of("sections", "citations")).build());
        check(article.getState() == PublicState.UNKNOWN_DEFAULT_OPEN_API && !article.getTitle().isEmpty(), article);
        Draft draft = new DraftsApi(later).getDraft(APIGetDraftRequest.newBuilder().article(CARRYING).build());
        check(draft.getAllowed().contains(Action.UNKNOWN_DEFAULT_OPEN_API), draft.getAllowed());
        Problem problem = problemOf(later, () -> laterArticles.getArticle(APIGetArticleRequest.newBuilder().article("khong-co").build()));
        check(problem.getCode() == Problem.CodeEnum.UNKNOWN_DEFAULT_OPEN_API && problem.getStatus() == 404, problem);
    }

    private static Problem problemOf(ApiClient client, Callable<?> request) throws Exception {
        try {
            request.call();
        } catch (ApiException e) {
            return client.getObjectMapper().readValue(e.getResponseBody(), Problem.class);
        }
        throw new IllegalStateException("it was not refused");
    }

    private static ApiClient client(String url, boolean withKey) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv(url));
        if (withKey) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + System.getenv("LOA_ADMIN_KEY")));
        }
        return client;
    }

    private static void check(boolean condition, Object seen) {
        if (!condition) {
            throw new IllegalStateException(String.valueOf(seen));
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    /** Prints a line. */
    private static void task(String name, Task task) {
        try {
            task.run();
            System.out.println("ok      java: " + name);
        } catch (Exception e) {
            System.out.println("FAILED  java: " + name + ": " + e);
            e.printStackTrace(System.out);
        }
    }
}
