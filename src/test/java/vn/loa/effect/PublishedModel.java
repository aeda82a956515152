package vn.loa.effect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which documents are public, what their present texts say, and the statuses that follow, worked out day by day. */
final class PublishedModel {
    /** The last one is the first one's law again, in another article. */
    static final int DOCUMENTS = 6;
    static final int ARTICLES = 4;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 12;

    /**
     * What a text says.
     *
     * @param issuedOn on a day or the next one: what is older than a document says nothing of it
     * @param commences null when it does not say it
     * @param ends the documents that it ends, with the days
     * @param repeals the articles of others that it repeals, each as document * 10 + article; from the day on which it commences
     */
    record Text(int document, LocalDate issuedOn, LocalDate commences, Map<Integer, LocalDate> ends, List<Integer> repeals) {

        static Text random(int document, Random random) {
            Map<Integer, LocalDate> ends = new TreeMap<>();
            List<Integer> repeals = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                int other = random.nextInt(DOCUMENTS - 1);
                if (other != law(document) && random.nextInt(3) == 0) {
                    ends.put(other, day(random));
                } else if (other != law(document)) {
                    repeals.add(other * 10 + 1 + random.nextInt(2));
                }
            }
            return new Text(document, FIRST.minusDays(90 + random.nextInt(2)), random.nextInt(6) == 0 ? null : day(random), ends, repeals);
        }

        private static LocalDate day(Random random) {
            return FIRST.plusDays(random.nextInt(DAYS));
        }

        ObjectNode content() {
            StringBuilder text = new StringBuilder("Điều 1. Phạm vi\n\nQuy định về biển hiệu.\n\nĐiều 2. Bãi bỏ\n\n");
            int number = 0;
            for (int repeal : repeals) {
                text.append(++number).append(". Bãi bỏ Điều ").append(repeal % 10).append(" Thông tư số ").append(number(repeal / 10)).append(".\n\n");
            }
            text.append(number == 0 ? "Không có.\n\n" : "").append("Điều 3. Hiệu lực thi hành\n\n");
            number = 0;
            if (commences != null) {
                text.append(++number).append(". Thông tư này có hiệu lực thi hành kể từ ").append(words(commences)).append(".\n\n");
            }
            for (Map.Entry<Integer, LocalDate> end : ends.entrySet()) {
                text.append(++number).append(". Thông tư số ").append(number(end.getKey())).append(" hết hiệu lực kể từ ")
                        .append(words(end.getValue())).append(".\n\n");
            }
            text.append(number == 0 ? "Không có.\n\n" : "").append("Điều 4. Tổ chức thực hiện\n\nCác cơ quan thực hiện.\n");
            return LawTexts.content(number(document), issuedOn.toString(), "quy định số " + document, text.toString());
        }

        private static String words(LocalDate day) {
            return "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        }
    }

    /**
     * What an editor says at a document: that one of its articles was repealed on another day than a text says.
     *
     * @param corrects the repeal that the text says, as {@link #repeal} names it
     */
    record Correction(int article, LocalDate since, String corrects) {
    }

    /** A document's working copy, its revisions, whether the public reads the last of these, and what editors say about it. */
    static final class Document {
        Text draft;
        boolean isPublic;
        final List<Text> revisions = new ArrayList<>();
        final List<Correction> corrections = new ArrayList<>();

        Document(Text draft) {
            this.draft = draft;
        }

        synchronized void published() {
            revisions.add(draft == null ? live() : draft);
            draft = null;
            isPublic = true;
        }

        Text live() {
            return revisions.get(revisions.size() - 1);
        }
    }

    private final List<Document> documents = new ArrayList<>();

    private static int law(int document) {
        return document % (DOCUMENTS - 1);
    }

    /** A repeal of an article of a document, as the clause of a text says it. */
    static String repeal(int by, int clause, LocalDate commences, int document, int article) {
        return by + " clause " + clause + " on " + commences + ": " + law(document) + " art " + article;
    }

    static LocalDate correctedDay(Random random) {
        return Text.day(random);
    }

    static String number(int document) {
        return (law(document) + 1) + "/2023/TT-BVH";
    }

    Document add(Random random) {
        documents.add(new Document(Text.random(documents.size(), random)));
        return documents.get(documents.size() - 1);
    }

    Document document(int number) {
        return documents.get(number);
    }

    static List<LocalDate> days() {
        return IntStream.rangeClosed(-1, DAYS + 1).mapToObj(FIRST::plusDays).toList();
    }

    /** Those that may say something of the document. */
    private List<Text> texts(int number) {
        return documents.stream().filter(document -> document.isPublic).map(Document::live)
                .filter(text -> !text.issuedOn.isBefore(document(number).live().issuedOn)).toList();
    }

    String status(int number, LocalDate day) {
        String own = own(number, day);
        return own.equals("in-force") && IntStream.rangeClosed(1, ARTICLES).anyMatch(article -> status(number, article, day).equals("ended"))
                ? "partly" : own;
    }

    /** Of an article of the document. */
    String status(int number, int article, LocalDate day) {
        List<Correction> corrections = document(number).corrections;
        boolean repealed = corrections.stream().anyMatch(said -> said.article == article && !said.since.isAfter(day));
        boolean undetermined = false;
        for (Text text : texts(number)) {
            for (int i = 0; i < text.repeals.size(); i++) {
                String repeal = repeal(text.document, i + 1, text.commences, number, article);
                if (text.repeals.get(i) == law(number) * 10 + article && corrections.stream().noneMatch(said -> said.corrects.equals(repeal))) {
                    repealed |= text.commences != null && !text.commences.isAfter(day);
                    undetermined |= text.commences == null;
                }
            }
        }
        String own = own(number, day);
        return repealed ? "ended" : undetermined && own.equals("in-force") ? "unknown" : own;
    }

    private String own(int number, LocalDate day) {
        LocalDate start = document(number).live().commences;
        boolean begun = start != null && !start.isAfter(day);
        boolean ended = texts(number).stream().map(text -> text.ends.get(law(number))).anyMatch(end -> end != null && !end.isAfter(day)
                && !(begun && end.isBefore(start)));
        return ended ? "ended" : start == null ? "unknown" : begun ? "in-force" : "not-yet";
    }
}
