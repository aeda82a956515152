package vn.loa.imports.job.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.loa.imports.archive.ArchiveEntry;
import vn.loa.imports.archive.wordpress.ExportFault;
import vn.loa.imports.archive.wordpress.WordPressArticle;
import vn.loa.imports.archive.wordpress.WordPressExport;
import vn.loa.imports.archive.wordpress.WordPressSink;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Reads the posts of an export of WordPress as items. */
@ApplicationScoped
class WordPressItems {

    /** What an item has beside its content. */
    private static final List<String> OF_ITEM = List.of("source", "address");
    private static final List<String> OF_ADMIN = List.of("firstPublishedAt", "publicUpdatedAt", "views", "viewsHistory");

    private final ObjectMapper json;

    WordPressItems(ObjectMapper json) {
        this.json = json;
    }

    void read(ImportJob job, ArchiveEntry export, ItemSink sink) throws IOException {
        ItemPlace place = new ItemPlace(null, export.path());
        try {
            WordPressExport.read(export.whole()::open, new WordPressSink() {
                @Override
                public void article(WordPressArticle article) {
                    if (ImportItem.isWord(article.source(), ImportItem.LONGEST_SOURCE)) {
                        sink.item(place, item(job, article));
                    } else {
                        sink.wrong(place, null, Problem.of(ProblemType.INVALID_CONTENT, "A post has no key."));
                    }
                }

                @Override
                public void leftOut(String source, String code, String words) {
                    sink.skipped(place, Problem.of(ProblemType.INVALID_CONTENT, source + ": " + words).with("reason", code));
                }
            });
        } catch (ExportFault e) {
            sink.wrong(place, null, Problem.of(ProblemType.INVALID_CONTENT, e.getMessage()));
        }
    }

    /** What only jobs of an admin set is left out of others. */
    private ImportItem item(ImportJob job, WordPressArticle article) {
        ObjectNode content = article.json();
        content.remove(OF_ITEM);
        List<String> notes = new ArrayList<>();
        article.lost().forEach(shortcode -> notes.add("The shortcode " + shortcode + " was left out."));
        if (!job.admin() && OF_ADMIN.stream().anyMatch(content::has)) {
            content.remove(OF_ADMIN);
            notes.add("Its dates and views were left out: only jobs of an admin set them.");
        }
        content.put("draft", !article.published());
        String address = article.address() == null || !ImportItem.isWord(article.address(), ItemJson.LONGEST_ADDRESS) ? null : article.address();
        try {
            return new ImportItem(Kind.ARTICLE, article.source(), address, address == null ? List.of() : ItemKeys.ofAddress(address), null, null,
                    notes, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is written", e);
        }
    }
}
