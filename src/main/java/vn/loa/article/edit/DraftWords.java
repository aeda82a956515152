package vn.loa.article.edit;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.ArticleContent;
import vn.loa.article.Revision;
import vn.loa.directive.DirectiveView;
import vn.loa.html.PlainText;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.fold.Word;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/**
 * Keeps the words of the text of each article that editors see, by which they find it: of its working copy, or else of what was
 * published last. Publishing changes nothing of it. Joins the caller's transaction.
 */
@Startup
@ApplicationScoped
public class DraftWords {

    /** Of longer texts the first different ones are found: PostgreSQL takes 0.1 s to index as many. */
    private static final int MOST_WORDS = 20_000;
    /** What is longer is no word, in UTF-16 code units. */
    private static final int LONGEST_WORD = 100;

    private static final NamedSql WRITE = SqlFile.read("article/words-written");
    private static final NamedSql WRITE_HEAD =
            NamedSql.of("update article_words set head = :head where article_id = :article and head <> :head");
    private static final NamedSql SECTIONS = SqlFile.read("article/words-of-sections");

    private final SqlWriter writer;
    private final SqlReader rows;

    DraftWords(SqlWriter writer, SqlReader rows) {
        this.writer = writer;
        this.rows = rows;
    }

    /** @param content that the working copy was given. Its article has been written to the database. */
    void write(Revision workingCopy, ArticleContent content) {
        UUID article = workingCopy.article().id();
        if (content.keepsText()) {
            writer.update(WRITE_HEAD.with("article", article).with("head", head(workingCopy)));
        } else {
            write(workingCopy, Stream.concat(Stream.of(PlainText.of(workingCopy.body())),
                    content.sections().stream().flatMap(DraftWords::lines)));
        }
    }

    /** For a text that is stored already. */
    public void write(Revision stored) {
        List<String> lines = rows.read(SECTIONS.with("revision", stored.id()), row -> row.text("words"));
        write(stored, Stream.concat(Stream.of(PlainText.of(stored.body())), lines.stream()));
    }

    private void write(Revision revision, Stream<String> text) {
        writer.update(WRITE.with("article", revision.article().id()).with("head", head(revision)).with("text", words(text)));
    }

    private static String head(Revision revision) {
        DirectiveView directive = revision.directive() == null ? null : revision.directive().view();
        Stream<String> ofDirective = directive == null ? Stream.of()
                : Stream.of(directive.type(), directive.number(), directive.issuer(), directive.title());
        return words(Stream.of(Stream.of(revision.title(), revision.summary(), revision.byline()), revision.tags().stream(),
                ofDirective).flatMap(part -> part));
    }

    private static Stream<String> lines(Section section) {
        return Stream.of(Stream.of(section.marker(), section.heading()), section.paragraphs().stream().map(Paragraph::text),
                section.notes().stream().flatMap(note -> note.paragraphs().stream()).map(Paragraph::text)).flatMap(part -> part);
    }

    private static String words(Stream<String> lines) {
        Set<String> words = new LinkedHashSet<>();
        lines.filter(Objects::nonNull).forEach(line -> {
            Word word = Word.next(line, 0);
            while (word != null && words.size() < MOST_WORDS) {
                if (word.end() - word.start() <= LONGEST_WORD) {
                    words.add(word.folded());
                }
                word = Word.next(line, word.end());
            }
        });
        return String.join("\n", words);
    }

    /** The words of a query as they are kept. */
    static List<String> of(String q) {
        return Word.in(q).stream().filter(word -> word.end() - word.start() <= LONGEST_WORD).map(Word::folded).distinct().toList();
    }
}
