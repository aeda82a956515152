package vn.loa.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.sql.ResultRow;

/** Finds the metadata of the files that a revision carries. */
@Singleton
public class AttachmentList {

    private final FileCatalog files;

    private final ObjectReader json;

    AttachmentList(FileCatalog files, ObjectMapper json) {
        this.files = files;
        this.json = json.readerForListOf(Attachment.class);
    }

    /** Of the column {@code attachments}. */
    public List<Attachment> read(ResultRow row) {
        String stored = row.text("attachments");
        try {
            return stored.equals("[]") ? List.of() : json.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of attachments cannot be read", e);
        }
    }

    /** The files of several revisions, by what names the revision: one statement; none when there are no files. */
    public <K> Map<K, List<AttachmentView>> of(Map<K, List<Attachment>> attached) {
        Map<UUID, AttachmentView> found = files.find(attached.values().stream().flatMap(List::stream).map(Attachment::id)
                .collect(Collectors.toSet()));
        Map<K, List<AttachmentView>> views = new HashMap<>();
        attached.forEach((revision, each) -> views.put(revision,
                each.stream().map(file -> found.get(file.id()).titled(file.title())).toList()));
        return views;
    }

    /** One statement; none when there are no files. */
    public List<AttachmentView> of(List<Attachment> attached) {
        return of(Map.of("", attached)).get("");
    }
}
