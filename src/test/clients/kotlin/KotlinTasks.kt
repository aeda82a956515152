import java.io.File
import java.time.LocalDate
import java.util.UUID
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody.Companion.asRequestBody
import okhttp3.ResponseBody
import retrofit2.Call
import retrofit2.Response
import vn.loa.client.kotlin.apis.ArticlesApi
import vn.loa.client.kotlin.apis.CitationsApi
import vn.loa.client.kotlin.apis.DirectivesApi
import vn.loa.client.kotlin.apis.DraftsApi
import vn.loa.client.kotlin.apis.ImportsApi
import vn.loa.client.kotlin.apis.MediaApi
import vn.loa.client.kotlin.apis.PublishingApi
import vn.loa.client.kotlin.apis.SearchApi
import vn.loa.client.kotlin.apis.SectionsApi
import vn.loa.client.kotlin.apis.VisitorsApi
import vn.loa.client.kotlin.infrastructure.ApiClient
import vn.loa.client.kotlin.infrastructure.CollectionFormats.CSVParams
import vn.loa.client.kotlin.infrastructure.Serializer
import vn.loa.client.kotlin.infrastructure.SerializerHelper
import vn.loa.client.kotlin.infrastructure.getErrorResponse
import vn.loa.client.kotlin.models.Action
import vn.loa.client.kotlin.models.ArticleContent
import vn.loa.client.kotlin.models.ArticlePatch
import vn.loa.client.kotlin.models.AttachmentInput
import vn.loa.client.kotlin.models.Draft
import vn.loa.client.kotlin.models.HitRequest
import vn.loa.client.kotlin.models.Problem
import vn.loa.client.kotlin.models.PublicState
import vn.loa.client.kotlin.models.PublishRequest
import vn.loa.client.kotlin.models.State

/** The tasks with the client that openapi-generator makes for Kotlin with its library "jvm-retrofit2". */

const val CARRYING = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi"
const val CITED = "doi-moi-pho-bien-giao-duc-phap-luat-nang-cao-chat-luong-hoa-giai-o-co-so"

fun setting(name: String): String = System.getenv(name) ?: error("$name is not set")

fun client(url: String): ApiClient = ApiClient(baseUrl = setting(url))

fun clientWithKey(url: String): ApiClient =
    ApiClient(baseUrl = setting(url), authName = "bearer", bearerToken = setting("LOA_ADMIN_KEY"))

inline fun <reified S> ApiClient.service(): S = createService(S::class.java)

fun <T> Call<T>.answer(): T = execute().let { it.body() ?: error("${it.code()} ${it.errorBody()?.string()}") }

fun Call<*>.problem(): Problem = execute().getErrorResponse<Problem>() ?: error("it was not refused")

fun task(name: String, task: () -> Unit) = try {
    task()
    println("ok      kotlin: $name")
} catch (e: Exception) {
    println("FAILED  kotlin: $name: $e")
    e.printStackTrace(System.out)
}

fun main() {
    // Values that a later version of Loa adds become unknown_default_open_api.
    SerializerHelper.addEnumUnknownDefaultCase(Serializer.moshiBuilder)
    val reader = client("LOA_URL")
    val editor = clientWithKey("LOA_URL")
    val articles = reader.service<ArticlesApi>()
    val drafts = editor.service<DraftsApi>()
    val publishing = editor.service<PublishingApi>()
    var articleId = ""

    fun change(seen: Response<Draft>, patch: ArticlePatch): Draft =
        drafts.changeDraft(articleId, seen.headers()["ETag"]!!, patch).answer()

    task("1 list, filter, sort") {
        val list = articles.listArticles(
            type = CSVParams("Chỉ thị"), issuedOnGte = LocalDate.of(2024, 1, 1), sort = CSVParams("-issuedOn", "title"), size = 2,
        ).answer()
        check(list.items.size == 2 && list.items[0].slug == CARRYING) { list }
    }
    task("2 an article by slug, with its sections") {
        val article = articles.getArticle(CARRYING, include = CSVParams("sections")).answer()
        check(article.sections?.size == 6) { article }
    }
    task("3 a section as JSON and as HTML") {
        val sections = reader.service<SectionsApi>()
        val section = sections.getSection(CARRYING, "sec_4").answer()
        check(section.eId == "sec_4" && section.paragraphs.isNotEmpty()) { section }
        val html = sections.getSectionHtml(CARRYING, "sec_4").answer().string()
        check("sec_4__p_1" in html) { html }
    }
    task("4 search, with what is to be highlighted") {
        val title = reader.service<SearchApi>().search("an toan giao thong").answer().items[0].title
        val mark = title.highlights[0]
        check(title.text.substring(mark.start, mark.end) == "an toàn giao thông") { title }
    }
    task("5 resolve what is typed") {
        val directives = reader.service<DirectivesApi>()
        val one = directives.resolve("Chỉ thị số 19-CT/TU").answer()
        check(one.target?.article?.slug == CITED) { one }
        val many = directives.resolve("Chỉ thị").answer()
        check(many.target == null && many.candidates.size > 1) { many }
    }
    task("6 what cites an article") {
        val places = reader.service<CitationsApi>().listCitedBy(CITED).answer().items.flatMap { it.places }
        check(places.any { "19-CT/TU" in it.raw }) { places }
    }
    task("7 report a hit, read the counters") {
        val visitors = reader.service<VisitorsApi>()
        val status = visitors.recordHit(hitRequest = HitRequest()).execute().code()
        check(status == 204) { status }
        check(visitors.getVisitors().answer().total > 0) { "the total" }
    }
    task("8 create, change, publish") {
        val created = drafts.createArticle(ArticleContent(title = "Bài của Kotlin")).execute()
        articleId = created.body()!!.id.toString()
        check(change(created, ArticlePatch(summary = "Tóm tắt", tags = listOf("thử"))).summary == "Tóm tắt") { "the summary" }
        val published = publishing.publishArticle(articleId, publishRequest = PublishRequest("Đăng lần đầu")).answer()
        check(published.state == State.published) { published }
    }
    task("9 import a page") {
        val page = setting("LOA_PAGE").replace("Nâng cao", "Kotlin: nâng cao")
        val report = editor.service<ImportsApi>().importPage(page).answer()
        check(report.article.title.startsWith("Kotlin")) { report }
    }
    task("10 upload a file, publish it, download it") {
        val pdf = File.createTempFile("kotlin", ".pdf")
        pdf.writeText("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% Kotlin\nstartxref\n0\n%%EOF\n")
        val part = MultipartBody.Part.createFormData("file", pdf.name, pdf.asRequestBody("application/pdf".toMediaType()))
        val id: UUID = editor.service<MediaApi>().uploadMedia(part).answer().id
        change(drafts.getDraft(articleId).execute(), ArticlePatch(attachments = listOf(AttachmentInput(id, "Tệp"))))
        publishing.publishArticle(articleId, publishRequest = PublishRequest()).answer()
        val file: ResponseBody = reader.service<MediaApi>().getMedia(id).answer()
        check(file.bytes().contentEquals(pdf.readBytes())) { "the file" }
    }
    task("11 a problem that is typed") {
        val problem = articles.getArticle("khong-co").problem()
        check(problem.code == Problem.Code.notMinusFound) { problem }
        val refused = articles.listArticles(size = 1000).problem()
        check(refused.errors?.get(0)?.parameter == "size") { refused }
    }
    task("12 walk a list by cursor") {
        val seen = mutableSetOf<UUID>()
        var list = articles.listArticles(sort = CSVParams("title"), size = 2).answer()
        val total = list.page.totalItems
        list.items.forEach { seen += it.id }
        while (true) {
            val cursor = list.page.nextCursor ?: break
            list = articles.listArticles(sort = CSVParams("title"), size = 2, cursor = cursor).answer()
            list.items.forEach { seen += it.id }
        }
        check(seen.size.toLong() == total && seen.size > 4) { "${seen.size} of $total" }
    }
    task("bears values that it does not know") {
        val later = clientWithKey("LOA_LATER_URL")
        val article = later.service<ArticlesApi>().getArticle(CARRYING, include = CSVParams("sections", "citations")).answer()
        check(article.state == PublicState.unknown_default_open_api && article.title.isNotEmpty()) { article }
        val draft = later.service<DraftsApi>().getDraft(CARRYING).answer()
        check(Action.unknown_default_open_api in draft.allowed) { draft.allowed }
        val problem = later.service<ArticlesApi>().getArticle("khong-co").problem()
        check(problem.code == Problem.Code.unknown_default_open_api && problem.status == 404) { problem }
    }
    // OkHttp's threads would hold the process for a minute.
    System.exit(0)
}
