package vn.loa.category;

/** A category by name, where it is shown beside something else: in a path, on an article. */
public record CategoryStep(
        String slug,
        String title) {
}
