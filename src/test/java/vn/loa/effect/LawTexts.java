package vn.loa.effect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jsoup.nodes.Entities;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.TextBlocks;

/** Made-up circulars that commence, amend and repeal each other. */
public final class LawTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static final String BASE = "7/2021/TT-BVH";
    public static final String AMENDING = "10/2026/TT-BVH";
    public static final String REPEALING = "11/2026/TT-BVH";
    public static final String CONSOLIDATED = "3/VBHN-BVH";

    private LawTexts() {
    }

    public static ObjectNode base() {
        return content(BASE, "2021-03-01", "quy định về biển hiệu", """
                Căn cứ Luật Quảng cáo số 16/2012/QH13 ngày 21 tháng 6 năm 2012;

                Điều 1. Phạm vi

                Thông tư này quy định về biển hiệu.

                Điều 2. Biển hiệu

                1. Biển hiệu có tên.

                2. Biển hiệu có đèn.

                Điều 3. Hiệu lực thi hành

                Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2021.
                """);
    }

    public static ObjectNode amending() {
        return amending(AMENDING, BASE, "01 tháng 9 năm 2026");
    }

    public static ObjectNode amending(String number, String amended, String day) {
        return content(number, "2026-03-02", "sửa đổi, bổ sung một số điều của Thông tư số " + amended, """
                Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số %s

                1. Sửa đổi khoản 2 Điều 2 như sau:

                “2. Biển hiệu có đèn đỏ.”.

                2. Bãi bỏ Điều 1.

                Điều 2. Hiệu lực thi hành

                Thông tư này có hiệu lực từ ngày %s.
                """.formatted(amended, day));
    }

    public static ObjectNode repealing() {
        return repealing(REPEALING, BASE, "01 tháng 01 năm 2027");
    }

    public static ObjectNode repealing(String number, String repealed, String day) {
        return content(number, "2026-06-01", "quy định về biển hiệu mới", """
                Điều 1. Phạm vi

                Thông tư này quy định về biển hiệu.

                Điều 2. Hiệu lực thi hành

                1. Thông tư này có hiệu lực thi hành kể từ ngày %s.

                2. Thông tư số %s hết hiệu lực kể từ ngày %s.
                """.formatted(day, repealed, day));
    }

    public static ObjectNode consolidated() {
        return content(CONSOLIDATED, "2026-09-10", "quy định về biển hiệu", """
                Thông tư số 7/2021/TT-BVH ngày 01 tháng 3 năm 2021 của Bộ trưởng Bộ Văn hóa quy định về biển hiệu, có hiệu lực thi hành \
                kể từ ngày 01 tháng 5 năm 2021, được sửa đổi, bổ sung bởi:

                1. Thông tư số 10/2026/TT-BVH ngày 02 tháng 3 năm 2026 sửa đổi, bổ sung một số điều của Thông tư số 7/2021/TT-BVH, có \
                hiệu lực kể từ ngày 01 tháng 9 năm 2026.

                Căn cứ Luật Quảng cáo ngày 21 tháng 6 năm 2012;

                Điều 1. (được bãi bỏ)

                Điều 2. Biển hiệu

                1. Biển hiệu có tên.

                2. Biển hiệu có đèn đỏ.

                Điều 3. Hiệu lực thi hành

                Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2021.
                """);
    }

    /** An article that carries a circular with this text. */
    public static ObjectNode content(String number, String issuedOn, String title, String text) {
        DirectiveText parsed = DirectiveText.parse(TextBlocks.read(text));
        ObjectNode content = JSON.createObjectNode().put("title", "Thông tư số " + number);
        StringBuilder body = new StringBuilder();
        for (Paragraph paragraph : parsed.preamble()) {
            body.append("<p id=\"").append(paragraph.eId()).append("\">").append(Entities.escape(paragraph.text())).append("</p>");
        }
        content.put("body", body.toString());
        content.putObject("directive").put("type", number.contains("VBHN") ? "Văn bản hợp nhất" : "Thông tư").put("number", number)
                .put("issuer", "Bộ Văn hóa").put("issuedOn", issuedOn).put("title", title);
        ArrayNode sections = content.putArray("sections");
        for (Section section : parsed.allSections()) {
            ObjectNode each = sections.addObject().put("eId", section.eId().value()).put("level", section.level())
                    .put("kind", section.kind().wireName()).put("number", section.number()).put("marker", section.marker())
                    .put("heading", section.heading());
            if (section.parentEId() != null) {
                each.put("parentEId", section.parentEId().value());
            }
            ArrayNode paragraphs = each.putArray("paragraphs");
            section.paragraphs().forEach(paragraph -> paragraphs.addObject().put("text", paragraph.text()));
        }
        return content;
    }

    /** Each row of force_period as a line, with the events that it names: "7/2021/TT-BVH art_1 2026-09-01 - ended: repeal art_1". */
    static List<String> periods(DataSource database) throws SQLException {
        return lines(database, """
                select concat_ws(' ', r.directive_number, nullif(p.eid, ''), nullif(p.from_day, '-infinity'), '-', nullif(p.before_day, 'infinity'),
                    p.status || ':', (select string_agg(concat_ws(' ', e.source, e.kind, e.eid, e.from_day), ', ' order by e.source, e.kind, e.eid, e.from_day)
                        from effect e where e.id = any (p.effects)))
                from force_period p join article a on a.id = p.article_id join revision r on r.id = a.live_revision_id
                order by r.directive_number, p.eid, p.from_day""");
    }

    /** The first column of what a statement finds. */
    static List<String> lines(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
