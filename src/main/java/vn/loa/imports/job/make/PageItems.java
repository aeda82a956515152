package vn.loa.imports.job.make;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.article.ArticleContent;
import vn.loa.article.Attachment;
import vn.loa.article.FileAddresses;
import vn.loa.article.FileCatalog;
import vn.loa.article.Picture;
import vn.loa.article.PictureFile;
import vn.loa.article.PictureWidths;
import vn.loa.imports.PageReading;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.StoredItem;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.text.structure.Warning;

/** Reads an item that is a page or a document. Its links lead to other items of the job. */
@ApplicationScoped
class PageItems {

    private static final int MOST_ATTACHMENTS = 100;

    /**
     * What was read.
     *
     * @param page to be remembered with its article
     */
    record ReadItem(ItemContent content, PageReading.ReadPage page) {
    }

    private final PageReading pages;
    private final ItemLinks links;
    private final FileAddresses addresses;
    private final FileCatalog files;

    PageItems(PageReading pages, ItemLinks links, FileAddresses addresses, FileCatalog files) {
        this.pages = pages;
        this.links = links;
        this.addresses = addresses;
        this.files = files;
    }

    /** @throws vn.loa.problem.ProblemException 400, 415 or 422 when there is no article in it */
    ReadItem read(ImportJob job, StoredItem item) {
        String[] stood = {item.address()};
        ItemLinks.Linked[] linked = {new ItemLinks.Linked(null, Set.of(), Map.of())};
        PageReading.ReadPage page = pages.read(item.content(), item.mediaType(), html -> {
            LinkRewriter rewriter = LinkRewriter.of(html, item.path(), item.address());
            stood[0] = Stream.of(item.address(), rewriter.address()).filter(Objects::nonNull).findFirst().orElse(null);
            linked[0] = links.link(job, html, rewriter);
            return linked[0].html();
        });
        List<Warning> warnings = new ArrayList<>(page.warnings());
        ArticleContent content = page.content().withBody(addresses.stored(page.content().body()))
                .withFiles(attachments(linked[0], warnings), picture(page, linked[0]));
        String address = stood[0] != null && OldAddresses.isAddress(stood[0]) ? stood[0] : null;
        // Where its links lead is no part of what was sent, but the files are that it carries.
        String carried = linked[0].addresses().values().stream().filter(ItemLinks.Found::isFile).map(found -> found.id().toString()).sorted()
                .collect(Collectors.joining(" "));
        byte[] sha256 = DigestUtils.updateDigest(DigestUtils.updateDigest(DigestUtils.getSha256Digest(), item.content()), carried).digest();
        return new ReadItem(new ItemContent(content, ofAdmin(job, page.publishedAt(), "date-left-out", "publication date", warnings), null,
                ofAdmin(job, page.views(), "views-left-out", "number of views", warnings), List.of(), List.of(), address, false, warnings, sha256), page);
    }

    /** What only jobs of an admin set. */
    private static <T> T ofAdmin(ImportJob job, T value, String code, String what, List<Warning> warnings) {
        if (value == null || job.admin()) {
            return value;
        }
        warnings.add(new Warning(code, "The " + what + " was left out: only jobs of an admin set it.", null));
        return null;
    }

    /** The files of the job to which the page leads: readers get what an article carries. */
    private static List<Attachment> attachments(ItemLinks.Linked linked, List<Warning> warnings) {
        int most = linked.files().size() - MOST_ATTACHMENTS;
        if (most > 0) {
            warnings.add(new Warning("attachments-left-out", "An article carries at most " + MOST_ATTACHMENTS + " files; " + most
                    + " were left out.", null));
        }
        return linked.files().stream().limit(MOST_ATTACHMENTS).map(file -> new Attachment(file, null)).toList();
    }

    /** The picture that the page's metadata name, if it is among the job's files; null otherwise. */
    private Picture picture(PageReading.ReadPage page, ItemLinks.Linked linked) {
        UUID id = linked.addresses().values().stream()
                .filter(found -> found.isFile() && found.isThere() && found.address().equals(page.picture()))
                .map(ItemLinks.Found::id).findFirst().orElse(null);
        PictureFile file = id == null ? null : files.findPicture(id).orElse(null);
        return file == null || !file.isImage() || PictureWidths.isTooLarge(file.width(), file.height()) ? null
                : new Picture(id, file.mediaType(), file.size(), file.width(), file.height(), file.animated(), page.content().title(), null, null);
    }
}
