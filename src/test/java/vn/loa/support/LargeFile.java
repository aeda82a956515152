package vn.loa.support;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A file that no buffer of a connection holds. */
public final class LargeFile {

    private LargeFile() {
    }

    /** Publishes an article with such a file; the file's id. */
    public static String published(int bytes) {
        byte[] file = new byte[bytes];
        new Random(1).nextBytes(file);
        byte[] head = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(end, 0, file, file.length - end.length, end.length);
        String id = Pages.asAdmin().contentType("application/pdf").queryParam("fileName", "lon.pdf").body(file).post("/api/v1/media").then()
                .statusCode(201).extract().path("id");
        Editing.published(Editing.news("Tin").set("attachments", Editing.object("{\"a\": [{\"id\": \"" + id + "\"}]}").get("a")));
        return id;
    }
}
