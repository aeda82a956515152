package vn.loa.media;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import vn.loa.support.TestDatabase;

/** Makes and uploads test files. */
final class Files {

    static final String PDF = "application/pdf";
    static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");
    static final byte[] LOSSLESS_WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private Files() {
    }

    /** A PDF of exactly this size, always with the same bytes, which differ in each part. */
    static byte[] pdf(int size) {
        byte[] start = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%".getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy(start, 0, file, 0, start.length);
        System.arraycopy(end, 0, file, size - end.length, end.length);
        return file;
    }

    /** @param format a format name of ImageIO */
    static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] part(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response send(byte[] body, String contentType, String fileName) {
        return given().header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY).contentType(contentType).body(body)
                .queryParam("fileName", fileName).post("/api/v1/media");
    }

    /** Uploads a file and returns its id. */
    static String upload(byte[] body, String contentType, String fileName) {
        return send(body, contentType, fileName).then().statusCode(201).extract().path("id");
    }

    static String uploadPdf(int size) {
        return upload(pdf(size), PDF, "a.pdf");
    }
}
