package vn.loa.imports;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;

/** Loads the sample content: pages that are imported once, at the first start with the embedded database. */
@ApplicationScoped
class SampleContent {

    private static final Logger LOG = Logger.getLogger(SampleContent.class);
    private static final List<String> PAGES = List.of(
            "01-van-thu-so-hoa-ho-so.txt",
            "02-chuyen-doi-so-cap-xa.txt",
            "03-pho-bien-giao-duc-phap-luat.html",
            "04-an-toan-giao-thong-hoc-duong.txt",
            "05-hoi-thi-hoa-giai-vien-gioi.txt",
            "06-phong-chay-chua-chay-khu-dan-cu.txt");
    /** The first page with changes, so that there are two revisions to compare. */
    private static final String SECOND_VERSION = "01-van-thu-so-hoa-ho-so.lan-2.txt";
    private static final String DRAFT = "07-tiep-cong-dan-cap-xa.txt";

    private final SampleConfig config;
    private final PageImport imports;
    private final SqlWriter changes;
    private final Clock clock;

    SampleContent(SampleConfig config, PageImport imports, SqlWriter changes, Clock clock) {
        this.config = config;
        this.imports = imports;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * One transaction for all pages and the note that they are loaded, so that a killed start leaves nothing behind.
     */
    @Transactional
    void onStart(@Observes StartupEvent start) {
        if (config.sampleContent().orElse(config.embeddedData().isPresent()) && isFirstTime()) {
            UUID first = PAGES.stream().map(page -> load(page, true)).toList().get(0);
            imports.revise(first, read(SECOND_VERSION), "Gia hạn số hóa đến hết năm 2026; mỗi năm bồi dưỡng hai lần.");
            load(DRAFT, false);
            LOG.infof("Loaded %d sample articles and a draft (loa.sample-content=false starts without them)", PAGES.size());
        }
    }

    private boolean isFirstTime() {
        return changes.update(NamedSql.of("insert into sample_content (loaded_at) values (:now) on conflict do nothing")
                .with("now", clock.instant())) == 1;
    }

    private UUID load(String name, boolean publish) {
        PortalPage page = read(name);
        return imports.run(page, imports.read(page), new PageImport.Options(false, publish, publish, true)).article().id();
    }

    private static PortalPage read(String name) {
        String type = name.endsWith(".html") ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN;
        try (InputStream page = SampleContent.class.getResourceAsStream("/sample-content/" + name)) {
            return PageBody.read(page.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
