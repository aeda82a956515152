package vn.loa.article;

import java.util.List;
import vn.loa.directive.SectionView;

/** PLACEHOLDER until merged. */
@org.eclipse.microprofile.openapi.annotations.media.Schema(name = "RevisionDiff", description = "d")
public record RevisionDiff(int from, int to) {
    static RevisionDiff of(Revision before, List<SectionView> a, Revision after, List<SectionView> b) {
        return new RevisionDiff(before.number(), after.number());
    }
}
