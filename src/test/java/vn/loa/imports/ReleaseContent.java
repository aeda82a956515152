package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import vn.loa.support.Editing;
import vn.loa.support.PlainHttp;
import vn.loa.support.TestDatabase;

/** The sample content with some life in it: something in every table that a backup has. */
final class ReleaseContent {

    static final String WITHDRAWN = "Tin đã rút";
    static final String DRAFT = "Tin chưa đăng";
    private static final String KEY = "Bearer " + TestDatabase.ADMIN_KEY;
    private static final String FIRST = "0186fcca-45c0-7000-8000-000000000001";
    private static final String SECOND = "0188ae87-abf8-7000-8000-000000000002";
    private static final String WITH_EFFECT = "018d0b14-a1b0-7000-8000-000000000003";
    private static final String SAMPLE_DRAFT = "01924aaf-fae0-7000-8000-000000000007";
    private static final String PICTURE = "/api/v1/media/01975c93-baf8-7000-8000-000000000016";

    private ReleaseContent() {
    }

    static void make(SampleContent sample) {
        sample.load();
        articles();
        categories();
        effects();
        counters();
        operation();
    }

    private static void articles() {
        Editing.withdraw(Editing.published(Editing.news(WITHDRAWN)), "Số liệu sai.").then().statusCode(200);
        String removed = Editing.published(Editing.news("Tin đã gỡ"));
        json("POST", "/api/v1/articles/" + removed + "/remove", "{\"explanation\": \"Đăng nhầm.\", \"redirectTo\": \"" + FIRST + "\"}");
        String moved = Editing.published(Editing.directive("Chỉ thị đổi tên", "31-CT/TU"));
        Editing.patch(moved, "*", "{\"slug\": \"dia-chi-moi\", \"title\": \"Chỉ thị có địa chỉ mới\"}").then().statusCode(200);
        json("POST", "/api/v1/articles/" + moved + "/publish", "{\"changeNote\": \"Đổi tên.\"}");
        Editing.retitled(moved, "Bản nháp của một bài đã đăng");
        Editing.created(Editing.news(DRAFT));
        json("POST", "/api/v1/schedules", "{\"articleId\": \"" + SAMPLE_DRAFT
                + "\", \"action\": \"publish\", \"at\": \"2035-12-01T08:00:00\", \"zone\": \"Asia/Ho_Chi_Minh\"}");
        json("POST", "/api/v1/previews", "{\"articleId\": \"" + SAMPLE_DRAFT + "\", \"minutes\": 60}");
        send("DELETE", "/api/v1/previews?articleId=" + SAMPLE_DRAFT, "");
        send("POST", "/api/v1/imports?publish=true", "Trang nhập\n\nNgày 10:15:30 18-04-2024 - Lượt xem: 51\n\nMột đoạn.",
                "Content-Type", "text/plain");
        json("POST", "/api/v1/old-addresses", "{\"items\": [{\"address\": \"http://trang-cu.example/tin/van-thu.html\", \"article\": \""
                + FIRST + "\"}]}");
        RestAssured.get(PICTURE + "?width=320").then().statusCode(200);
    }

    private static void categories() {
        send("PATCH", "/api/v1/categories/chuyen-doi-so", "{\"slug\": \"chuyen-doi-so-quoc-gia\"}", "If-Match", "*", "Content-Type",
                "application/merge-patch+json");
        send("DELETE", "/api/v1/categories/hoa-giai-o-co-so?moveArticlesTo=pho-bien-giao-duc-phap-luat", "", "If-Match", "*");
    }

    private static void effects() {
        json("POST", "/api/v1/articles/" + FIRST + "/effects", """
                {"kind": "repeal", "target": {"eId": "sec_4"}, "since": "2026-01-01", "by": {"document":
                {"type": "Chỉ thị", "number": "40-CT/TU", "issuer": "Ban Thường vụ Tỉnh ủy", "issuedOn": "2025-12-01"}}}""");
        String effects = "/api/v1/articles/" + WITH_EFFECT + "/effects";
        String read = Editing.object(send("GET", effects, "").body()).path("items").path(0).path("id").asText();
        json("PUT", effects + "/" + read + "/rejection", "{\"reason\": \"Bản công bố in thiếu.\"}");
    }

    private static void counters() {
        json("PUT", "/api/v1/visitors/base", "{\"total\": 1309310}");
        json("PUT", "/api/v1/visitors/history/2024-03-01", "{\"visits\": 2898, \"visitors\": 2611, \"hits\": 9120}");
        json("PUT", "/api/v1/articles/" + FIRST + "/views/base", "{\"views\": 305}");
        json("PUT", "/api/v1/articles/" + SECOND + "/views/history/2024-03-01", "{\"views\": 17}");
        for (int reader = 1; reader <= 3; reader++) {
            json("POST", "/api/v1/hits", "{\"articleId\": \"" + FIRST + "\", \"hitId\": \"7a0c2f9e-5a5b-4c86-9d0e-3f7b1d0c9a1" + reader
                    + "\"}", "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/12" + reader + ".0");
        }
        json("POST", "/api/v1/hits", "{}", "User-Agent", "Googlebot/2.1 (+http://www.google.com/bot.html)");
    }

    private static void operation() {
        String key = json("POST", "/api/v1/keys", "{\"name\": \"newsroom\", \"roles\": [\"editor\"]}", "Idempotency-Key", "1").body();
        send("DELETE", "/api/v1/keys/" + Editing.object(key).path("id").asText(), "");
        json("POST", "/api/v1/keys", "{\"name\": \"publisher\", \"roles\": [\"publisher\"]}");
    }

    private static HttpResponse<String> json(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send(method, path, body, all);
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = KEY;
        HttpResponse<String> answer = PlainHttp.send(method, path, body, path.equals("/api/v1/hits") ? headers : all);
        assertTrue(answer.statusCode() < 300, method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        return answer;
    }
}
