package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files that a text carries, as readers see them. */
@ApplicationScoped
public class AttachmentList {

    private final FileCatalog files;

    AttachmentList(FileCatalog files) {
        this.files = files;
    }

    /** One statement, and none where there are no files. */
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
