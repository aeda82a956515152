package vn.loa.imports.job.make;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.PortalLinks;
import vn.loa.http.ApiPaths;
import vn.loa.imports.archive.LinkKeys;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.archive.PageLink;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Finds what the links of an item lead to among the items of its job, and of earlier ones of its source. Joins the caller's transaction. */
@Startup
@ApplicationScoped
class ItemLinks {

    private static final NamedSql LINKS = SqlFile.read("imports/import-links");

    /**
     * A page with other addresses in the place of its links.
     *
     * @param files to which it leads, in order; in a dry run only those that are here already
     * @param addresses by what was written
     */
    record Linked(String html, Set<UUID> files, Map<String, Found> addresses) {
    }

    /**
     * What a link leads to.
     *
     * @param isThere false for a file that a dry run does not store
     */
    record Found(UUID id, boolean isFile, boolean isThere, String address) {
    }

    private final SqlReader rows;
    private final PortalLinks portal;

    ItemLinks(SqlReader rows, PortalLinks portal) {
        this.rows = rows;
        this.portal = portal;
    }

    /** The html is as it was when no link leads to an item. */
    Linked link(ImportJob job, String html, LinkRewriter page) {
        List<PageLink> links = page.links();
        Map<String, Found> byKey = find(job, links.stream().flatMap(link -> link.keys().stream()).distinct().toList());
        Map<String, Found> byAddress = new HashMap<>();
        Set<UUID> files = new LinkedHashSet<>();
        for (PageLink link : links) {
            first(link, byKey).ifPresent(found -> {
                byAddress.put(link.written(), found);
                if (found.isFile && found.isThere) {
                    files.add(found.id);
                }
            });
        }
        String linked = byAddress.isEmpty() ? html : page.rewritten(link -> first(link, byKey).map(Found::address));
        return new Linked(linked, files, byAddress);
    }

    /** The files that stood at addresses. */
    Map<String, ImportSources.NamedFile> files(ImportJob job, Collection<String> addresses) {
        Map<String, ImportSources.NamedFile> files = new HashMap<>();
        Map<String, Found> found = find(job, addresses.stream().flatMap(address -> LinkKeys.ofAddress(address).stream()).toList());
        for (String address : addresses) {
            LinkKeys.ofAddress(address).stream().map(found::get).filter(file -> file != null && file.isFile).findFirst()
                    .ifPresent(file -> files.put(address, new ImportSources.NamedFile(file.id,
                            (file.isThere ? ItemResult.Status.UNCHANGED : ItemResult.Status.CREATED).word())));
        }
        return files;
    }

    private static Optional<Found> first(PageLink link, Map<String, Found> byKey) {
        return link.keys().stream().map(byKey::get).filter(found -> found != null).findFirst();
    }

    private Map<String, Found> find(ImportJob job, List<String> given) {
        List<String> keys = given.stream().filter(ItemRepository::isKey).toList();
        Map<String, Found> found = new HashMap<>();
        if (!keys.isEmpty()) {
            rows.each(LINKS.with("job", job.id()).with("sourceName", job.options().sourceName()).with("keys", keys), row -> {
                UUID id = row.get("target", UUID.class);
                boolean isFile = row.text("kind").equals(Kind.FILE.word());
                boolean isThere = !job.options().dryRun() || row.get("earlier", Boolean.class) || row.text("status").equals(ItemResult.Status.UNCHANGED.word());
                found.putIfAbsent(row.text("key"), new Found(id, isFile, isThere,
                        isFile ? portal.api(ApiPaths.FILES + "/" + id) : portal.article(id, id.toString())));
            });
        }
        return found;
    }
}
