package vn.loa.effect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which documents are public, what their present texts say, and the statuses that follow, worked out day by day. */
final class PublishedModel {
    /** Which number each document has: it is one law in several articles where their days are equal, else another law. */
    private static final List<Integer> LAWS = List.of(0, 1, 2, 3, 0, 1, 0);
    static final int DOCUMENTS = LAWS.size();
    private static final int NUMBERS = 4;
    /** That of the most documents. */
    private static final int MOST_NAMED = 0;
    static final int ARTICLES = 4;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 12;

    /**
     * What a text says.
     *
     * @param issuedOn on a day or the next one: what is older than a document says nothing of it
     * @param commences null when it does not say it
     * @param ends the laws that it ends, with the days
     * @param repeals the articles of others that it repeals, each as law * 10 + article; from the day on which it commences
     * @param dates the days of issue that it gives, of laws that it names
     */
    record Text(int document, LocalDate issuedOn, LocalDate commences, Map<Integer, LocalDate> ends, List<Integer> repeals,
            Map<Integer, LocalDate> dates) {

        static Text random(int document, Random random) {
            Map<Integer, LocalDate> ends = new TreeMap<>();
            List<Integer> repeals = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int other = random.nextBoolean() ? MOST_NAMED : random.nextInt(NUMBERS);
                if (other != law(document) && random.nextInt(3) == 0) {
                    ends.put(other, day(random));
                } else if (other != law(document)) {
                    repeals.add(other * 10 + 1 + random.nextInt(2));
                }
            }
            Map<Integer, LocalDate> dates = new TreeMap<>();
            for (int law = 0; law < NUMBERS; law++) {
                if (random.nextInt(3) == 0) {
                    dates.put(law, issued(random));
                }
            }
            return new Text(document, issued(random), random.nextInt(6) == 0 ? null : day(random), ends, repeals, dates);
        }

        private static LocalDate issued(Random random) {
            return FIRST.minusDays(90 + random.nextInt(2));
        }

        /** By number and day, or by a number alone, and so none that was issued later. */
        private boolean mayName(Text other, int law) {
            return law(other.document) == law
                    && (dates.containsKey(law) ? dates.get(law).equals(other.issuedOn) : !other.issuedOn.isAfter(issuedOn));
        }

        private String name(int law) {
            return "Thông tư số " + number(law) + (dates.containsKey(law) ? " " + words(dates.get(law)) : "");
        }

        private static LocalDate day(Random random) {
            return FIRST.plusDays(random.nextInt(DAYS));
        }

        ObjectNode content() {
            StringBuilder text = new StringBuilder("Điều 1. Phạm vi\n\nQuy định về biển hiệu.\n\nĐiều 2. Bãi bỏ\n\n");
            int number = 0;
            for (int repeal : repeals) {
                text.append(++number).append(". Bãi bỏ Điều ").append(repeal % 10).append(' ').append(name(repeal / 10)).append(".\n\n");
            }
            text.append(number == 0 ? "Không có.\n\n" : "").append("Điều 3. Hiệu lực thi hành\n\n");
            number = 0;
            if (commences != null) {
                text.append(++number).append(". Thông tư này có hiệu lực thi hành kể từ ").append(words(commences)).append(".\n\n");
            }
            for (Map.Entry<Integer, LocalDate> end : ends.entrySet()) {
                text.append(++number).append(". ").append(name(end.getKey())).append(" hết hiệu lực kể từ ")
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
        return LAWS.get(document);
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

    private List<Text> texts() {
        return documents.stream().filter(document -> document.isPublic).map(Document::live).toList();
    }

    /** Whether documents of different days have the number by which the text names a law. */
    private boolean isOneOfSeveral(Text text, int law) {
        return texts().stream().filter(other -> text.mayName(other, law)).map(Text::issuedOn).distinct().count() > 1;
    }

    /** Whether an editor says of a repeal that it is otherwise, here or at the one of several documents that is meant. */
    private boolean isCorrected(String repeal, Text by, int number) {
        Text here = document(number).live();
        return documents.stream().filter(document -> document.isPublic)
                .filter(document -> document.corrections.stream().anyMatch(said -> said.corrects.equals(repeal)))
                .map(Document::live).anyMatch(there -> there.document == number || isOneOfSeveral(by, law(number))
                        && by.mayName(there, law(number)) && !there.issuedOn.equals(here.issuedOn));
    }

    /** The days on which a text repeals an article of the document; null for one that is not known. */
    private List<LocalDate> repeals(Text text, int number, int article) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < text.repeals.size(); i++) {
            if (text.repeals.get(i) == law(number) * 10 + article
                    && !isCorrected(repeal(text.document, i + 1, text.commences, number, article), text, number)) {
                days.add(isOneOfSeveral(text, law(number)) ? null : text.commences);
            }
        }
        return days;
    }

    /** The days on which a text ends the document; null for one that is not known. */
    private List<LocalDate> ends(Text text, int number) {
        List<LocalDate> days = new ArrayList<>();
        if (text.ends.containsKey(law(number))) {
            days.add(isOneOfSeveral(text, law(number)) ? null : text.ends.get(law(number)));
        }
        return days;
    }

    /** What texts say of the document. Of what documents of one number say, that which has a day counts before that which has none. */
    private List<LocalDate> said(int number, Function<Text, List<LocalDate>> days) {
        Map<Integer, List<LocalDate>> byLaw = new TreeMap<>();
        texts().stream().filter(text -> text.mayName(document(number).live(), law(number)))
                .forEach(text -> byLaw.computeIfAbsent(law(text.document), law -> new ArrayList<>()).addAll(days.apply(text)));
        byLaw.values().stream().filter(same -> same.stream().anyMatch(Objects::nonNull)).forEach(same -> same.removeIf(Objects::isNull));
        return byLaw.values().stream().flatMap(List::stream).toList();
    }

    String status(int number, LocalDate day) {
        String own = own(number, day);
        return own.equals("in-force") && IntStream.rangeClosed(1, ARTICLES).anyMatch(article -> status(number, article, day).equals("ended"))
                ? "partly" : own;
    }

    /** Of an article of the document. */
    String status(int number, int article, LocalDate day) {
        List<LocalDate> repeals = new ArrayList<>(said(number, text -> repeals(text, number, article)));
        document(number).corrections.stream().filter(said -> said.article == article).map(Correction::since).forEach(repeals::add);
        String own = own(number, day);
        return repeals.stream().anyMatch(since -> since != null && !since.isAfter(day)) ? "ended"
                : repeals.contains(null) && own.equals("in-force") ? "unknown" : own;
    }

    private String own(int number, LocalDate day) {
        LocalDate start = document(number).live().commences;
        boolean begun = start != null && !start.isAfter(day);
        List<LocalDate> ends = said(number, text -> ends(text, number));
        boolean ended = ends.stream().anyMatch(end -> end != null && !end.isAfter(day) && !(begun && end.isBefore(start)));
        return ended ? "ended" : start == null ? "unknown" : !begun ? "not-yet" : ends.contains(null) ? "unknown" : "in-force";
    }
}
