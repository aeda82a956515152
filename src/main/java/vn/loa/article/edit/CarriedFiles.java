package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.article.Attachment;
import vn.loa.article.FileCatalog;
import vn.loa.article.Picture;
import vn.loa.article.PictureFile;
import vn.loa.article.PictureWidths;
import vn.loa.article.edit.ContentRequest.AttachmentInput;
import vn.loa.article.edit.ContentRequest.PictureInput;
import vn.loa.http.ApiPaths;
import vn.loa.problem.FieldErrors;
import vn.loa.text.structure.Warning;

/** The files that an editor lets an article carry: its attachments and its picture. */
@ApplicationScoped
class CarriedFiles {

    private static final int MOST_WARNINGS = 20;
    private static final Pattern FILE = Pattern.compile(ApiPaths.FILES + "/([0-9A-Fa-f-]{36})");

    private final FileCatalog files;

    CarriedFiles(FileCatalog files) {
        this.files = files;
    }

    /** @param inputs may be null */
    List<Attachment> attachments(List<AttachmentInput> inputs, FieldErrors errors) {
        if (inputs == null || errors.has("/attachments")) {
            return List.of();
        }
        Set<UUID> known = files.find(inputs.stream().map(AttachmentInput::id).collect(Collectors.toSet())).keySet();
        Set<UUID> seen = new HashSet<>();
        List<Attachment> attached = new ArrayList<>();
        for (AttachmentInput input : inputs) {
            String pointer = "/attachments/" + attached.size() + "/id";
            if (!known.contains(input.id())) {
                errors.add(pointer, "not-found", "is no file");
            } else if (!seen.add(input.id())) {
                errors.add(pointer, "repeated", "is attached already");
            }
            attached.add(new Attachment(input.id(), input.title()));
        }
        return attached;
    }

    /** Null for none, and for one that is wrong. */
    Picture picture(PictureInput input, FieldErrors errors) {
        if (input == null || errors.has("/picture")) {
            return null;
        }
        PictureFile file = files.findPicture(input.mediaId()).orElse(null);
        if (file == null) {
            errors.add("/picture/mediaId", "not-found", "is no file");
        } else if (!file.isImage()) {
            errors.add("/picture/mediaId", "no-image", "is of the type " + file.mediaType() + ", which is no image");
        } else if (PictureWidths.isTooLarge(file.width(), file.height())) {
            errors.add("/picture/mediaId", "too-many-pixels", PictureWidths.tooLarge(file.width(), file.height()));
        } else {
            return new Picture(input.mediaId(), file.mediaType(), file.size(), file.width(), file.height(), file.animated(),
                    input.alternativeText(), input.caption(), input.credit());
        }
        return null;
    }

    /** Files that the body shows, but the article does not carry, would not be public. */
    static List<Warning> missing(String body, List<Attachment> attachments, Picture picture) {
        Set<String> carried = attachments.stream().map(file -> file.id().toString()).collect(Collectors.toCollection(HashSet::new));
        if (picture != null) {
            carried.add(picture.id().toString());
        }
        List<Warning> warnings = new ArrayList<>();
        FILE.matcher(body).results().map(match -> match.group(1).toLowerCase(Locale.ROOT)).distinct()
                .filter(id -> !carried.contains(id)).limit(MOST_WARNINGS)
                .forEach(id -> warnings.add(new Warning("file-not-attached", "The body shows the file " + id
                        + ", which is not among the attachments: readers will not get it.", null)));
        return warnings;
    }
}
