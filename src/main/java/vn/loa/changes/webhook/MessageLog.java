package vn.loa.changes.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.loa.changes.PurgeTags;
import vn.loa.changes.webhook.Message.Body;
import vn.loa.changes.webhook.Message.Data;
import vn.loa.changes.webhook.Message.Source;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;

/** Makes the messages of a webhook from the log of changes. */
@Startup
@ApplicationScoped
class MessageLog {

    /** Changes that are looked at in one statement. */
    static final int PART = 100;

    private static final NamedSql READ = SqlFile.read("changes/webhook-log");

    private final ShortTransactions transactions;
    private final ObjectMapper json;

    MessageLog(ShortTransactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * A part of the log.
     *
     * @param last the number of the newest change
     * @param deletedTo changes up to this number are not there any more
     * @param end what follows it was not looked at; null when there was nothing
     * @param messages those that the webhook wants, in the order of the log
     */
    record Part(long last, long deletedTo, Long end, List<Message> messages) {
    }

    private record Row(long last, long deletedTo, Long number, Message message) {
    }

    /**
     * What follows a change.
     *
     * @param end the last change of interest; null for the newest one
     * @return null when the webhook is not there any more
     */
    Part read(UUID webhook, long after, Long end, Source source) {
        List<Row> rows = transactions.run(transaction -> transaction.read(
                READ.with("webhook", webhook).with("after", after).with("end", end).with("limit", PART),
                row -> new Row(row.get("last", Long.class), row.get("deleted_to", Long.class), row.get("number", Long.class),
                        message(row, webhook, source))));
        if (rows.isEmpty()) {
            return null;
        }
        Row first = rows.get(0);
        return new Part(first.last, first.deletedTo, rows.get(rows.size() - 1).number,
                rows.stream().map(Row::message).filter(Objects::nonNull).toList());
    }

    /** Null when there is no change in the row, or the webhook does not want it. */
    private Message message(ResultRow row, UUID webhook, Source source) {
        Long number = row.get("number", Long.class);
        if (number == null || !Boolean.TRUE.equals(row.get("wanted", Boolean.class))) {
            return null;
        }
        UUID article = row.get("article_id", UUID.class);
        EventType type = EventType.of((article == null ? "category." : "article.") + row.text("kind"));
        UUID category = row.get("category_id", UUID.class);
        Data data = article == null ? new Data(null, category, row.text("slug"), null, PurgeTags.ofCategory(category))
                : new Data(article, null, row.text("slug"), row.get("revision", Integer.class),
                        PurgeTags.of(article, row.texts("numbers")));
        // A database that was restored from a backup gives numbers again: the time tells the changes apart.
        String id = Message.id(webhook, number, row.get("recorded_at", Instant.class));
        return Message.of(id, source, number, new Body(type, row.get("at", Instant.class), Message.cursor(number), data), json);
    }

    /** Tells a receiver that changes are lost for it: what it has is to be read anew. */
    Message resync(UUID webhook, long reached, long to, Instant now) {
        return Message.of(Message.id(webhook, "resync", reached, to), Source.RESYNC, to,
                new Body(EventType.RESYNC, now, Message.cursor(to), Data.NOTHING), json);
    }

    Message test(String id, long reached, Instant now) {
        return Message.of(id, Source.TEST, null, new Body(EventType.TEST, now, Message.cursor(reached), Data.NOTHING), json);
    }
}
