package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the metadata of the files that a revision carries. */
@ApplicationScoped
public class AttachmentList {

    private final FileCatalog files;

    AttachmentList(FileCatalog files) {
        this.files = files;
    }

    /** One statement; none when there are no files. */
    public List<AttachmentView> of(List<Attachment> attached) {
        if (attached.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> titles = new LinkedHashMap<>();
        attached.forEach(file -> titles.put(file.id(), file.title()));
        Map<UUID, AttachmentView> found = files.find(titles.keySet());
        return titles.entrySet().stream().map(file -> found.get(file.getKey()).titled(file.getValue())).toList();
    }
}
