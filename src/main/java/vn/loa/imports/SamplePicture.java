package vn.loa.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The pictures of the sample pages. The class SamplePictures among the tests draws them. */
enum SamplePicture {

    FILES("01-van-thu-so-hoa-ho-so.txt", "01-ho-so.png", "0186fcca-45c0-7000-8000-000000000011",
            "Một hàng cặp hồ sơ nhiều màu đứng trên bàn, cạnh màn hình máy tính có một trang văn bản.",
            "Hồ sơ giấy được số hóa, tra cứu trên máy tính."),
    COMPUTER("02-chuyen-doi-so-cap-xa.txt", "02-may-tinh.png", "0188ae87-abf8-7000-8000-000000000012",
            "Màn hình máy tính có biểu tượng mạng không dây, đặt giữa hai ngôi nhà.",
            "Dịch vụ công trực tuyến đến từng ấp, khu phố."),
    BOOK("03-pho-bien-giao-duc-phap-luat.html", "03-sach-luat.png", "018d0b14-a1b0-7000-8000-000000000013",
            "Quyển sách mở trên bàn, phía sau là chiếc cân hai đĩa cân bằng.", null),
    CROSSING("04-an-toan-giao-thong-hoc-duong.txt", "04-vach-qua-duong.png", "0191a0ca-86a8-7000-8000-000000000014",
            "Hai học sinh đi trên vạch qua đường; bên phải là cột đèn tín hiệu, phía sau là hai ngôi nhà.",
            "Qua đường đúng vạch, đúng tín hiệu đèn."),
    CONTEST("05-hoi-thi-hoa-giai-vien-gioi.txt", "05-hoi-thi.png", "01935345-5140-7000-8000-000000000015",
            "Bốn thí sinh đứng sau bục trên sân khấu, ở giữa là chiếc cúp vàng.", "Phần thi xử lý tình huống."),
    EXTINGUISHER("06-phong-chay-chua-chay-khu-dan-cu.txt", "06-binh-chua-chay.png", "01975c93-baf8-7000-8000-000000000016",
            "Bình chữa cháy màu đỏ, phía sau là một dãy nhà.", "Mỗi nhà có ít nhất một bình chữa cháy.");

    static final String CREDIT = "Hình vẽ: Loa";

    private final String page;
    private final String file;
    private final UUID id;
    private final String alternativeText;
    private final String caption;

    SamplePicture(String page, String file, String id, String alternativeText, String caption) {
        this.page = page;
        this.file = file;
        this.id = UUID.fromString(id);
        this.alternativeText = alternativeText;
        this.caption = caption;
    }

    static Optional<SamplePicture> ofPage(String page) {
        return Arrays.stream(values()).filter(picture -> picture.page.equals(page)).findFirst();
    }

    String file() {
        return file;
    }

    /** Fixed, as those of the pages are. */
    UUID id() {
        return id;
    }

    String alternativeText() {
        return alternativeText;
    }

    /** May be null. */
    String caption() {
        return caption;
    }
}
