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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.Attachment;
import vn.loa.article.FileCatalog;
import vn.loa.article.Picture;
import vn.loa.article.PictureFile;
import vn.loa.article.SampleConfig;
import vn.loa.category.Categories;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.media.MediaFiles;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;

/**
 * Loads the sample content: pages that are imported once, at the first start with the embedded database, and a file that one of
 * their articles carries.
 */
@ApplicationScoped
class SampleContent {

    private static final Logger LOG = Logger.getLogger(SampleContent.class);
    /** The ids are fixed, so that the examples of the contract lead somewhere. Each begins with the page's time. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    /** The first page with changes, so that there are two revisions to compare. */
    private static final String SECOND_VERSION = "01-van-thu-so-hoa-ho-so.lan-2.txt";
    private static final String DRAFT = "07-tiep-cong-dan-cap-xa.txt";
    static final UUID DRAFT_ID = UUID.fromString("01924aaf-fae0-7000-8000-000000000007");
    private static final String FILE = "02-phu-luc-thiet-bi.png";
    private static final String FILE_NAME = "phu-luc-thiet-bi.png";
    private static final UUID FILE_ID = UUID.fromString("01a206d2-563a-7e8e-8a6a-736bf594a421");
    private static final UUID OLD_ADDRESS_ID = UUID.fromString("01a206d2-563a-7000-8000-0000000000d1");
    private static final String OLD_ADDRESS = "https://www.trang-cu.example/chi-tiet-tin?id=1042&l=vi";
    private static final String FILE_CARRIER = "02-chuyen-doi-so-cap-xa.txt";

    /** The categories, those above first. The ids are fixed, too. */
    private static final List<SampleCategory> CATEGORIES = List.of(
            new SampleCategory(1, "cai-cach-hanh-chinh", "Cải cách hành chính", 1, null),
            new SampleCategory(2, "van-thu-luu-tru", "Văn thư, lưu trữ", 1, "cai-cach-hanh-chinh"),
            new SampleCategory(3, "chuyen-doi-so", "Chuyển đổi số", 2, "cai-cach-hanh-chinh"),
            new SampleCategory(4, "tiep-cong-dan", "Tiếp công dân", 3, "cai-cach-hanh-chinh"),
            new SampleCategory(5, "pho-bien-giao-duc-phap-luat", "Phổ biến, giáo dục pháp luật", 2, null),
            new SampleCategory(6, "hoa-giai-o-co-so", "Hòa giải ở cơ sở", 1, "pho-bien-giao-duc-phap-luat"),
            new SampleCategory(7, "an-toan-xa-hoi", "An toàn xã hội", 3, null),
            new SampleCategory(8, "an-toan-giao-thong", "An toàn giao thông", 1, "an-toan-xa-hoi"),
            new SampleCategory(9, "phong-chay-chua-chay", "Phòng cháy, chữa cháy", 2, "an-toan-xa-hoi"));
    private static final Map<String, Integer> CATEGORY_OF = Map.of("01-van-thu-so-hoa-ho-so.txt", 2, FILE_CARRIER, 3,
            "03-pho-bien-giao-duc-phap-luat.html", 5, "04-an-toan-giao-thong-hoc-duong.txt", 8,
            "05-hoi-thi-hoa-giai-vien-gioi.txt", 6, "06-phong-chay-chua-chay-khu-dan-cu.txt", 9, DRAFT, 4);

    private record SampleCategory(int number, String slug, String title, int order, String parent) {

        static UUID id(int number) {
            return UUID.fromString("01a206d2-563a-7000-8000-0000000000c" + number);
        }
    }

    static {
        PAGES.put("01-van-thu-so-hoa-ho-so.txt", "0186fcca-45c0-7000-8000-000000000001");
        PAGES.put(FILE_CARRIER, "0188ae87-abf8-7000-8000-000000000002");
        PAGES.put("03-pho-bien-giao-duc-phap-luat.html", "018d0b14-a1b0-7000-8000-000000000003");
        PAGES.put("04-an-toan-giao-thong-hoc-duong.txt", "0191a0ca-86a8-7000-8000-000000000004");
        PAGES.put("05-hoi-thi-hoa-giai-vien-gioi.txt", "01935345-5140-7000-8000-000000000005");
        PAGES.put("06-phong-chay-chua-chay-khu-dan-cu.txt", "01975c93-baf8-7000-8000-000000000006");
    }

    private final SampleConfig config;
    private final PageImport imports;
    private final MediaFiles files;
    private final FileCatalog catalog;
    private final Categories categories;
    private final OldAddresses oldAddresses;
    private final SqlWriter changes;
    private final Clock clock;

    SampleContent(SampleConfig config, PageImport imports, MediaFiles files, FileCatalog catalog, Categories categories,
            OldAddresses oldAddresses, SqlWriter changes, Clock clock) {
        this.config = config;
        this.imports = imports;
        this.files = files;
        this.catalog = catalog;
        this.categories = categories;
        this.oldAddresses = oldAddresses;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * One transaction for all pages and the note that they are loaded, so that a killed start leaves nothing behind.
     */
    @Transactional
    void onStart(@Observes StartupEvent start) {
        if (config.sampleContent().orElse(config.embeddedData().isPresent())) {
            load();
        }
    }

    /** Once. */
    @Transactional
    void load() {
        if (isFirstTime()) {
            files.add(FILE_ID, FILE_NAME, bytes(FILE));
            for (SamplePicture picture : SamplePicture.values()) {
                files.add(picture.id(), picture.file(), bytes(picture.file()));
            }
            CATEGORIES.forEach(each -> categories.create(SampleCategory.id(each.number()), each.slug(), each.title(), each.order(),
                    each.parent()));
            PAGES.forEach((page, id) -> load(page, UUID.fromString(id), true));
            Map.Entry<String, String> first = PAGES.entrySet().iterator().next();
            imports.revise(UUID.fromString(first.getValue()), article(SECOND_VERSION, first.getKey()),
                    "Gia hạn số hóa đến hết năm 2026; mỗi năm bồi dưỡng hai lần.");
            load(DRAFT, DRAFT_ID, false);
            oldAddresses.record(OLD_ADDRESS_ID, OLD_ADDRESS, UUID.fromString(PAGES.get("04-an-toan-giao-thong-hoc-duong.txt")));
            LOG.infof("Loaded %d sample articles and a draft (loa.sample-content=false starts without them)", PAGES.size());
        }
    }

    private boolean isFirstTime() {
        return changes.update(NamedSql.of("insert into sample_content (loaded_at) values (:now) on conflict do nothing")
                .with("now", clock.instant())) == 1;
    }

    private void load(String name, UUID id, boolean publish) {
        imports.run(read(name), article(name, name).in(SampleCategory.id(CATEGORY_OF.get(name))),
                new PageImport.Options(false, publish, publish, true, true, id));
    }

    /** @param first the first version of the page, which has the same files */
    private PageArticle article(String name, String first) {
        List<Attachment> attachments = first.equals(FILE_CARRIER) ? List.of(new Attachment(FILE_ID, null)) : List.of();
        return imports.read(read(name)).withFiles(attachments, SamplePicture.ofPage(first).map(this::picture).orElse(null));
    }

    private Picture picture(SamplePicture picture) {
        PictureFile file = catalog.findPicture(picture.id()).orElseThrow();
        return new Picture(picture.id(), file.mediaType(), file.size(), file.width(), file.height(), file.animated(),
                picture.alternativeText(), picture.caption(), SamplePicture.CREDIT);
    }

    private static PortalPage read(String name) {
        String type = name.endsWith(".html") ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN;
        return PageBody.read(bytes(name), type);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = SampleContent.class.getResourceAsStream("/sample-content/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
