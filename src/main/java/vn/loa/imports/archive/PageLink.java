package vn.loa.imports.archive;

import java.util.List;

/**
 * A link of a page: to another page, to a picture, to a file.
 *
 * @param written as the page has it
 * @param address where it leads, absolute and without its fragment; null when the page does not say where it stands
 * @param fragment behind the hash; null for none
 * @param keys by which it finds an entry, the surest first: see {@link LinkKeys}
 */
public record PageLink(String written, String address, String fragment, List<String> keys) {

    static PageLink of(String written, String path, WebAddress page) {
        WebAddress link = WebAddress.parse(written);
        WebAddress full = page == null ? link : page.resolve(link);
        return new PageLink(written, full.isAbsolute() ? full.absolute() : null, link.fragment(), LinkKeys.ofLink(link, path, page));
    }

    /** The link as a page has it that leads there. @param other absolute, without a fragment */
    public PageLink leadingTo(String other) {
        return new PageLink(withFragment(other), other, fragment, LinkKeys.ofAddress(other));
    }

    /** What takes its place when it is not known: the address if there is one, else what was written. */
    String unchanged() {
        return address == null ? written : withFragment(address);
    }

    String withFragment(String target) {
        return fragment == null || fragment.isEmpty() ? target : target + "#" + fragment;
    }
}
