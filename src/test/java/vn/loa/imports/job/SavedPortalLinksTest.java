package vn.loa.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.loa.imports.archive.ArchiveEntry;
import vn.loa.imports.archive.ArchiveFault;
import vn.loa.imports.archive.ArchiveLimits;
import vn.loa.imports.archive.ArchiveParts;
import vn.loa.imports.archive.ArchiveReader;
import vn.loa.imports.archive.EntryFault;
import vn.loa.imports.archive.EntryKind;
import vn.loa.imports.archive.EntrySink;
import vn.loa.imports.archive.LinkRewriter;

/** Every link between the pages and files of a saved portal finds what it leads to. */
class SavedPortalLinksTest {

    private final Map<String, String> found = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<LinkRewriter> pages = new ArrayList<>();
    private final Set<String> leftOut = new TreeSet<>();

    private void read(byte[] zip) throws ArchiveFault, IOException {
        ArchiveReader.read(new ArchiveParts(new long[] {zip.length}, part -> zip), ArchiveLimits.DEFAULT, new EntrySink() {
            @Override
            public void entry(ArchiveEntry entry) throws IOException {
                byte[] content = entry.content().readAllBytes();
                entry.keys().forEach(key -> found.putIfAbsent(key, entry.path()));
                addresses.put(entry.path(), entry.address());
                if (entry.kind() == EntryKind.PAGE) {
                    pages.add(LinkRewriter.of(new String(content, StandardCharsets.UTF_8), entry.path(), entry.address()));
                }
            }

            @Override
            public void leftOut(String path, EntryFault why) {
                leftOut.add(path + " " + why);
            }
        });
    }

    @Test
    void no_link_is_lost() throws Exception {
        SavedPortal portal = new SavedPortal(6);
        read(portal.zip());
        Set<String> lost = new TreeSet<>();
        int links = 0;
        for (LinkRewriter page : pages) {
            for (var link : page.links()) {
                Optional<String> target = link.keys().stream().map(found::get).filter(path -> path != null).findFirst();
                links += target.isPresent() ? 1 : 0;
                if (target.isEmpty()) {
                    lost.add(link.written());
                }
            }
        }
        // The small variant of a picture was not saved; the large one stands for it.
        lost.removeIf(written -> written.contains("-300x200.png"));
        assertEquals(Set.of("/", "/default.aspx"), lost);
        assertEquals(portal.pages().stream().mapToInt(page -> page.pictures() + page.files() + page.links()).sum(), links);
        portal.pages().forEach(page -> assertEquals(page.address(), addresses.get(page.path())));
        assertEquals(Set.of("trangcu.example/css/site.css?v=3 LAYOUT", "trangcu.example/js/site.js LAYOUT",
                "trangcu.example/robots.txt SYSTEM_FILE"), leftOut);
    }
}
