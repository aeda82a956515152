package vn.loa.search.index;

import java.util.List;
import java.util.function.Function;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** The transaction in which entries are written: that of a publish, or one of a rebuild. */
interface IndexDatabase {

    <T> List<T> read(NamedSql sql, Function<ResultRow, T> reading);

    void update(NamedSql sql);

    /** The present transaction of a request. */
    record OfRequest(SqlReader reader, SqlWriter writer) implements IndexDatabase {

        @Override
        public <T> List<T> read(NamedSql sql, Function<ResultRow, T> reading) {
            return reader.read(sql, reading);
        }

        @Override
        public void update(NamedSql sql) {
            writer.update(sql);
        }
    }

    /** A transaction of a thread that serves no request. */
    record OfThread(ShortTransaction transaction) implements IndexDatabase {

        @Override
        public <T> List<T> read(NamedSql sql, Function<ResultRow, T> reading) {
            return transaction.read(sql, reading);
        }

        @Override
        public void update(NamedSql sql) {
            transaction.update(sql);
        }
    }
}
