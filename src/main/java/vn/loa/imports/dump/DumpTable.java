package vn.loa.imports.dump;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table, and what of it is written for whom. Generated columns are not named: the database makes them again. */
public final class DumpTable {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String ALL_ROWS = "true";

    private final String name;
    private final List<String> columns;
    private final List<String> editorial = new ArrayList<>();
    private final List<String> secret = new ArrayList<>();
    private final Map<Audience, String> rows = new EnumMap<>(Audience.class);
    private String content;

    private DumpTable(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
        rows.put(Audience.BACKUP, ALL_ROWS);
    }

    /** In a backup only. @param columns divided by spaces */
    static DumpTable of(String name, String columns) {
        return new DumpTable(name, List.of(SPACES.split(columns.strip())));
    }

    /** An export has it, too. */
    DumpTable exported() {
        rows.put(Audience.ADMIN, ALL_ROWS);
        return this;
    }

    /** A public export has these rows of it; an export has all. @param condition in SQL, on the table by its name */
    DumpTable open(String condition) {
        rows.put(Audience.PUBLIC, condition);
        return exported();
    }

    /** Further columns, which the public does not read. */
    DumpTable editorial(String more) {
        editorial.addAll(List.of(SPACES.split(more)));
        return this;
    }

    /** Further columns, which no export has. */
    DumpTable secret(String more) {
        secret.addAll(List.of(SPACES.split(more)));
        return this;
    }

    /** One of the columns is bytes of any length, which are written in pieces. */
    DumpTable pieces(String column) {
        content = column;
        return this;
    }

    public String name() {
        return name;
    }

    public boolean isFor(Audience audience) {
        return rows.containsKey(audience);
    }

    /** Those that the audience gets. */
    public List<String> columns(Audience audience) {
        List<String> all = new ArrayList<>(columns);
        if (audience != Audience.PUBLIC) {
            all.addAll(editorial);
        }
        if (audience == Audience.BACKUP) {
            all.addAll(secret);
        }
        return all;
    }

    /** Which rows the audience gets: a condition in SQL. */
    String rows(Audience audience) {
        return rows.get(audience);
    }

    /** The column that is written in pieces. */
    public Optional<String> content() {
        return Optional.ofNullable(content);
    }
}
