package vn.loa.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.contract.Contract.Version;
import vn.loa.contract.Difference.Kind;

/** {@code src/docs/changelog.md}: an introduction, and a section for each version, the latest first. */
final class Changelog {

    private static final String SECTION = "\n## ";

    private Changelog() {
    }

    /** The page with the section of the present version written anew; older sections stay as they are. */
    static String written(String page, Contract kept, Contract present) {
        int sections = (page + SECTION).indexOf(SECTION);
        String introduction = page.substring(0, sections).stripTrailing() + "\n";
        String older = Arrays.stream(page.substring(Math.min(page.length(), sections + 1)).split("(?m)^(?=## )"))
                .filter(section -> !section.isBlank() && versionOf(section).compareTo(kept.version()) <= 0)
                .map(section -> "\n" + section.strip() + "\n").collect(Collectors.joining());
        return introduction + section(kept, present) + older;
    }

    private static Version versionOf(String section) {
        return Version.of(section.lines().findFirst().orElseThrow().substring("## ".length()).strip());
    }

    private static String section(Contract kept, Contract present) {
        List<Difference> differences = ContractDifferences.between(kept, present);
        if (differences.isEmpty() || present.version().equals(kept.version())) {
            return "";
        }
        StringBuilder section = new StringBuilder(SECTION).append(present.version()).append("\n");
        for (Kind kind : Kind.values()) {
            List<Difference> ofKind = differences.stream().filter(one -> one.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                section.append("\n### ").append(kind.heading()).append("\n\n");
                ofKind.forEach(one -> section.append("- ").append(one).append("\n"));
            }
        }
        return section.toString();
    }
}
