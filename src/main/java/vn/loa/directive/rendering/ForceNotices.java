package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.directive.force.ForceReason;
import vn.loa.directive.force.ForceView;

/**
 * Says in words whether a document and its sections are in force. The words are Vietnamese, like those of every notice.
 *
 * @param document the status of the document
 * @param asked the day that the request names; null for today, which is not said, because the words change only with the status
 * @param reasons who did what, by the events of the statuses
 */
public record ForceNotices(ForceView document, LocalDate asked, Map<UUID, ForceReason> reasons) {

    /** Who amended a code in a hundred places is read elsewhere. */
    private static final int MOST_REASONS = 5;
    private static final Map<String, String> DONE = Map.of("commence", "quy định hiệu lực", "amend", "sửa đổi", "insert", "bổ sung",
            "replace", "thay thế", "replace-phrase", "thay cụm từ", "repeal", "bãi bỏ", "suspend", "ngưng hiệu lực", "resume",
            "cho áp dụng lại", "correct", "đính chính");

    /** The notice at the top of the document. */
    String ofDocument() {
        return sentence("Tình trạng hiệu lực", document);
    }

    /** The notice of a section that has another status than the document. */
    String ofSection(ForceView force) {
        return sentence("Tình trạng hiệu lực của phần này", force);
    }

    private String sentence(String subject, ForceView force) {
        String day = asked == null ? "" : " vào " + RevisionText.date(asked);
        return subject + day + ": " + words(force) + "." + because(force);
    }

    private static String words(ForceView force) {
        return switch (force.status()) {
            case "not-yet" -> "chưa có hiệu lực" + (force.until() == null ? ""
                    : "; có hiệu lực từ " + RevisionText.date(force.until().plusDays(1)));
            case "in-force" -> "có hiệu lực" + since(force) + end(force);
            case "partly" -> "có hiệu lực một phần" + since(force) + end(force);
            case "suspended" -> "ngưng hiệu lực" + since(force) + until(force);
            case "ended" -> "hết hiệu lực" + since(force);
            default -> "chưa rõ";
        };
    }

    private static String since(ForceView force) {
        return force.since() == null ? "" : " từ " + RevisionText.date(force.since());
    }

    private static String until(ForceView force) {
        return force.until() == null ? "" : " đến hết " + RevisionText.date(force.until());
    }

    private static String end(ForceView force) {
        return force.until() != null ? until(force) : "; ở đây chưa biết ngày hết hiệu lực"
                + (force.knownUntil() == null ? "" : ", theo các nguồn đến " + RevisionText.date(force.knownUntil()));
    }

    private String because(ForceView force) {
        List<String> named = force.effects().stream().map(reasons::get).filter(Objects::nonNull).map(ForceNotices::words)
                .distinct().toList();
        return named.isEmpty() ? "" : " Theo " + named.stream().limit(MOST_REASONS).collect(Collectors.joining("; "))
                + (named.size() > MOST_REASONS ? "; và các văn bản khác" : "") + ".";
    }

    private static String words(ForceReason reason) {
        String document = reason.own() && reason.number() == null && reason.title() == null ? "văn bản này" : name(reason);
        String provisions = reason.provisions().stream().map(ForceNotices::provision).collect(Collectors.joining(", "));
        return (provisions.isEmpty() ? "" : provisions + " ") + document + " (" + DONE.getOrDefault(reason.kind(), reason.kind()) + ")";
    }

    private static String name(ForceReason reason) {
        String name = Stream.of(reason.type(), reason.number() == null ? null : "số " + reason.number()).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return reason.number() != null || reason.title() == null ? name.isEmpty() ? "văn bản khác" : name
                : name.isEmpty() ? reason.title() : name + " " + reason.title();
    }

    /** "art_5__para_2" as "khoản 2 Điều 5"; an eId of another form as it stands. */
    private static String provision(String eId) {
        StringBuilder words = new StringBuilder();
        for (String step : eId.split("__")) {
            int end = step.indexOf('_');
            String kind = end < 0 ? step : step.substring(0, end);
            String word = switch (kind) {
                case "art" -> "Điều";
                case "para" -> "khoản";
                case "point" -> "điểm";
                case "sec" -> "mục";
                case "chp" -> "Chương";
                case "part" -> "Phần";
                default -> null;
            };
            if (word == null || end < 0) {
                return eId;
            }
            words.insert(0, word + " " + step.substring(end + 1) + (words.isEmpty() ? "" : " "));
        }
        return words.toString();
    }
}
