package vn.loa.imports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpTable;
import vn.loa.imports.dump.DumpTables;

/** What a merge does with each table. */
class MergeTablesTest {

    @Test
    void every_table_of_an_export_is_merged_or_left_out_for_a_reason() {
        List<String> exported = DumpTables.ALL.stream().filter(table -> table.isFor(Audience.ADMIN)).map(DumpTable::name).sorted().toList();
        List<String> decided = new ArrayList<>(MergeTables.names());
        decided.addAll(MergeTables.OTHERWISE.keySet());
        assertEquals(exported, decided.stream().sorted().toList(), "MergeTables says what becomes of its rows");
        assertEquals(decided.size(), new TreeSet<>(decided).size());
    }
}
