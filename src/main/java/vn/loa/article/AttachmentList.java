package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files that a text carries, as readers see them. */
@ApplicationScoped
class AttachmentList {

    private final AttachableFiles files;

    AttachmentList(AttachableFiles files) {
        this.files = files;
    }

    /** One statement, and none where there are no files. */
    List<Attachment> of(List<AttachedFile> attached) {
        if (attached.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> titles = new LinkedHashMap<>();
        attached.forEach(file -> titles.put(file.id(), file.title()));
        Map<UUID, Attachment> found = files.find(titles.keySet());
        return titles.entrySet().stream().map(file -> found.get(file.getKey()).titled(file.getValue())).toList();
    }
}
