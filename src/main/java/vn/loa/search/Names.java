package vn.loa.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.fold.Word;

/**
 * Names that mean the same: an abbreviation and the words that it stands for. A search for one finds the other, too. Names are
 * compared without case and accents.
 */
final class Names {

    /** Abbreviations of two letters that stand for several things in official texts (HĐ, TB, CT of a company) are left out. */
    private static final String USUAL = """
            UBND=Ủy ban nhân dân
            HĐND=Hội đồng nhân dân
            MTTQ=Mặt trận Tổ quốc
            TAND=Tòa án nhân dân
            TANDTC=Tòa án nhân dân tối cao
            VKSND=Viện kiểm sát nhân dân
            VKSNDTC=Viện kiểm sát nhân dân tối cao
            UBTVQH=Ủy ban Thường vụ Quốc hội
            BTV=Ban Thường vụ
            TTg=Thủ tướng
            NĐ=Nghị định
            NQ=Nghị quyết
            NQLT=Nghị quyết liên tịch
            QĐ=Quyết định
            CT=Chỉ thị
            TT=Thông tư
            TTLT=Thông tư liên tịch
            KH=Kế hoạch
            KL=Kết luận
            CV=Công văn
            CTr=Chương trình
            TTr=Tờ trình
            VBHN=Văn bản hợp nhất
            QPPL=quy phạm pháp luật
            VBQPPL=văn bản quy phạm pháp luật
            BTP=Bộ Tư pháp
            BTC=Bộ Tài chính
            BNV=Bộ Nội vụ
            BCA=Bộ Công an
            BQP=Bộ Quốc phòng
            BYT=Bộ Y tế
            BXD=Bộ Xây dựng
            BGDĐT=Bộ Giáo dục và Đào tạo
            BKHĐT=Bộ Kế hoạch và Đầu tư
            BKHCN=Bộ Khoa học và Công nghệ
            BTNMT=Bộ Tài nguyên và Môi trường
            BGTVT=Bộ Giao thông vận tải
            BLĐTBXH=Bộ Lao động - Thương binh và Xã hội
            BVHTTDL=Bộ Văn hóa, Thể thao và Du lịch
            BTTTT=Bộ Thông tin và Truyền thông
            NHNN=Ngân hàng Nhà nước
            TTHC=thủ tục hành chính
            CCHC=cải cách hành chính
            BHXH=bảo hiểm xã hội
            BHYT=bảo hiểm y tế
            CCCD=căn cước công dân
            PCCC=phòng cháy, chữa cháy
            ATGT=an toàn giao thông
            ANTT=an ninh trật tự
            GPMB=giải phóng mặt bằng""";

    private final Map<List<String>, List<Term>> others = new HashMap<>();
    private int longest;

    /** @param more names that mean the same, each with {@code =} between them */
    Names(List<String> more) {
        USUAL.lines().forEach(this::add);
        more.forEach(this::add);
    }

    private void add(String line) {
        List<Term> names = Arrays.stream(line.split("=")).map(Word::in).filter(words -> !words.isEmpty()).map(Term::of).toList();
        for (Term name : names) {
            List<Term> known = others.computeIfAbsent(name.folded(), folded -> new ArrayList<>());
            names.stream().filter(other -> !other.folded().equals(name.folded()) && !known.contains(other)).forEach(known::add);
            longest = Math.max(longest, name.folded().size());
        }
    }

    /** The other names of what these words name; empty when they name nothing. */
    List<Term> others(List<String> folded) {
        return others.getOrDefault(folded, List.of());
    }

    /** The words of the longest name. */
    int longest() {
        return longest;
    }
}
