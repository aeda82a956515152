package vn.loa.sql;

/**
 * The connections to a database host were cut: it is silent, or another host answers now (CDI event). Whoever has a
 * connection beside the pool leaves that host, too.
 */
public record DatabaseLeft() {
}
