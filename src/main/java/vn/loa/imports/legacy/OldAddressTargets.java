package vn.loa.imports.legacy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.imports.legacy.OldAddressRepository.Place;
import vn.loa.json.CanonicalUuid;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.fold.Slug;

/** Finds the articles, categories and files that requests name. */
@Startup
@ApplicationScoped
class OldAddressTargets {

    private static final NamedSql FIND = SqlFile.read("imports/old-address-targets");
    private static final String NOT_ONE = "must name one of article, category and file";

    private record Named(String kind, String name) {
    }

    private final SqlReader rows;

    OldAddressTargets(SqlReader rows) {
        this.rows = rows;
    }

    /**
     * The places that items name, in their order, in one statement.
     *
     * @param errors takes what names nothing; its place is null
     */
    List<Place> find(List<OldAddressRequest.Item> items, FieldErrors errors) {
        List<Named> names = items.stream().map(OldAddressTargets::name).toList();
        Map<Named, Place> found = find(names);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Named name = names.get(i);
            places.add(name == null ? null : found.get(name));
            if (name == null) {
                errors.add("/items/" + i, "required", NOT_ONE);
            } else if (places.get(i) == null) {
                errors.add("/items/" + i + "/" + name.kind, "not-found", "names nothing that is here");
            }
        }
        return places;
    }

    /** Null for an item that names nothing, or several things. */
    private static Named name(OldAddressRequest.Item item) {
        List<Named> named = new ArrayList<>();
        if (item != null) {
            add("article", item.article(), named);
            add("category", item.category(), named);
            add("file", item.file(), named);
        }
        return named.size() == 1 ? named.get(0) : null;
    }

    private static void add(String kind, String name, List<Named> named) {
        if (name != null && !name.isBlank()) {
            named.add(new Named(kind, name.strip()));
        }
    }

    private Map<Named, Place> find(List<Named> names) {
        Set<UUID> ids = new HashSet<>();
        Set<String> articles = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (Named name : names) {
            UUID id = name == null ? null : id(name.name);
            if (id != null) {
                ids.add(id);
            } else if (name != null && !name.kind.equals("file") && Slug.parse(name.name).isPresent()) {
                (name.kind.equals("article") ? articles : categories).add(name.name);
            }
        }
        Map<Named, Place> found = new HashMap<>();
        rows.each(FIND.with("ids", ids).with("articles", articles).with("categories", categories), row -> {
            UUID id = row.get("id", UUID.class);
            String slug = row.text("slug");
            found.put(new Named(row.text("kind"), row.text("name")), switch (row.text("kind")) {
                case "article" -> new Place(id, slug, null, null, null, null, false);
                case "category" -> new Place(null, null, null, id, slug, null, false);
                default -> Place.ofFile(id);
            });
        });
        return found;
    }

    private static UUID id(String name) {
        try {
            return CanonicalUuid.parse(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
