package vn.loa.effect;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import vn.loa.support.Editing;

/** Made-up decrees that amend, repeal and are based on each other. */
public final class Decrees {

    public static final String ARTICLES = Editing.ARTICLES;
    public static final String ISSUED = "2019-03-02";

    private Decrees() {
    }

    /** A decree without sections. */
    private static ObjectNode decree(String number, String issuedOn) {
        ObjectNode content = Editing.object("{\"title\": \"Bài về Nghị định %s\", \"body\": \"\", \"sections\": []}".formatted(number));
        content.putObject("directive").put("type", "Nghị định").put("number", number).put("issuer", "Chính phủ")
                .put("issuedOn", issuedOn).put("title", "biển hiệu");
        return content;
    }

    private static ArrayNode article(ObjectNode content, int number, String heading, String... paragraphs) {
        ArrayNode own = ((ArrayNode) content.get("sections")).addObject().put("kind", "article").put("number", String.valueOf(number))
                .put("level", 1).put("heading", heading).putArray("paragraphs");
        for (String paragraph : paragraphs) {
            own.addObject().put("text", paragraph);
        }
        return own;
    }

    private static void clause(ObjectNode content, int number, String... paragraphs) {
        ArrayNode own = ((ArrayNode) content.get("sections")).addObject().put("kind", "clause").put("number", String.valueOf(number))
                .put("level", 2).putArray("paragraphs");
        for (String paragraph : paragraphs) {
            own.addObject().put("text", paragraph);
        }
    }

    /** A decree of three articles, the second with two clauses, in force since 2019-05-01. */
    public static ObjectNode plain(String number) {
        ObjectNode content = decree(number, ISSUED);
        article(content, 1, "Phạm vi", "Nghị định này quy định về biển hiệu.");
        article(content, 2, "Kích thước");
        clause(content, 1, "Biển cao 2 mét.");
        clause(content, 2, "Biển rộng 3 mét.");
        article(content, 3, "Hiệu lực", "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2019.");
        return content;
    }

    /**
     * A decree that amends khoản 2 Điều 2 of the decree of this number, and repeals its Điều 1, from 2021-07-01 on.
     *
     * @param named how its text names the decree
     */
    public static ObjectNode amending(String number, String named) {
        ObjectNode content = decree(number, "2021-05-10");
        content.put("body", "<p>Căn cứ Luật Quảng cáo số 16/2012/QH13 ngày 21 tháng 6 năm 2012;</p>");
        article(content, 1, "Sửa đổi, bổ sung một số điều của " + named);
        clause(content, 1, "Sửa đổi, bổ sung khoản 2 Điều 2 như sau:", "“2. Biển rộng 4 mét.”.");
        clause(content, 2, "Bãi bỏ Điều 1.");
        article(content, 2, "Hiệu lực", "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.");
        return content;
    }

    /** How texts name a decree of {@link #plain}. */
    public static String named(String number) {
        return "Nghị định số " + number + " ngày 02 tháng 3 năm 2019";
    }

    public static ValidatableResponse effects(String article, String query) {
        return given().urlEncodingEnabled(false).get(ARTICLES + "/" + article + "/effects" + query).then().statusCode(200);
    }

    public static ValidatableResponse relations(String article, String query) {
        return given().urlEncodingEnabled(false).get(ARTICLES + "/" + article + "/relations" + query).then().statusCode(200);
    }

    public static ValidatableResponse history(String article, String eId) {
        return given().get(ARTICLES + "/" + article + "/sections/" + eId + "/history").then();
    }
}
