package vn.loa.category;

/** A category by name, where it is shown beside something else: in a path, on an article. */
record CategoryStep(
        String slug,
        String title) {
}
