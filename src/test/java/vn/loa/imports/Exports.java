package vn.loa.imports;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** What admins do to exports, over HTTP. */
final class Exports {

    static final String EXPORTS = "/api/v1/exports";
    static final String PART = EXPORTS + "/{id}/parts/{number}";

    private Exports() {
    }

    /** Its id. */
    static String begin(String kind) {
        return Editing.post(EXPORTS, "{\"kind\": \"" + kind + "\"}").then().statusCode(202).extract().path("id");
    }

    /** When a job has done with it. */
    static ValidatableResponse ended(String id, ExportWorker worker) {
        worker.work();
        return Pages.asAdmin().get(EXPORTS + "/{id}", id).then().statusCode(200);
    }

    static List<byte[]> parts(String id, ExportWorker worker) {
        int count = ended(id, worker).body("state", equalTo("done")).extract().path("partCount");
        List<byte[]> parts = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            parts.add(Pages.asAdmin().get(PART, id, number).then().statusCode(200).extract().asByteArray());
        }
        return parts;
    }

    /** Its id. */
    static String upload(List<byte[]> parts) {
        String id = begin("uploaded");
        for (int i = 0; i < parts.size(); i++) {
            Pages.asAdmin().contentType("application/gzip").body(parts.get(i)).put(PART, id, i + 1).then().statusCode(204);
        }
        return id;
    }

    static Response startImport(String id) {
        return Pages.asAdmin().post(EXPORTS + "/{id}/import", id);
    }

    static Response startMerge(String id, String source) {
        return Pages.asAdmin().queryParam("merge", source).post(EXPORTS + "/{id}/import", id);
    }
}
