package vn.loa.imports;

import static io.restassured.RestAssured.given;

import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** What tests of exports have beside the sample: a draft, former texts, what was withdrawn and removed, an old address, counts. */
final class ExportedContent {

    private ExportedContent() {
    }

    static void add() {
        String one = Editing.published(Editing.directive("Chỉ thị một", "7-CT/TU").put("slug", "chi-thi-mot"));
        Editing.retitled(one, "Chỉ thị một, sửa \\\\ \\\"hai\\\"");
        Editing.publish(one).then().statusCode(200);
        String withdrawn = Editing.published(Editing.news("Tin rút"));
        Editing.post(Editing.ARTICLES + "/" + withdrawn + "/withdraw", "{\"explanation\": \"Đang sửa.\"}").then().statusCode(200);
        String gone = Editing.published(Editing.news("Tin gỡ"));
        Editing.post(Editing.ARTICLES + "/" + gone + "/remove", "{\"explanation\": \"Hết hạn.\", \"redirectTo\": \"" + one + "\"}")
                .then().statusCode(200);
        Editing.created(Editing.news("Bản thảo kín"));
        Editing.post("/api/v1/old-addresses", "{\"items\": [{\"address\": \"http://trang-cu.vn/a?id=7\", \"article\": \"" + one + "\"}]}")
                .then().statusCode(200);
        Pages.asAdmin().contentType("text/csv").body("article,day,views\n" + one + ",,40\n" + one + ",2024-03-02,7\n")
                .put("/api/v1/views").then().statusCode(200);
        Pages.asAdmin().contentType("text/csv").body("day,visits,visitors,hits\n2024-03-02,11,10,30\n")
                .put("/api/v1/visitors/history").then().statusCode(200);
        Pages.asAdmin().contentType("application/json").body("{\"total\": 1000}").put("/api/v1/visitors/base").then().statusCode(204);
        given().header("User-Agent", "Firefox").contentType("application/json").body("{\"articleId\": \"" + one + "\"}")
                .post("/api/v1/hits").then().statusCode(204);
    }
}
