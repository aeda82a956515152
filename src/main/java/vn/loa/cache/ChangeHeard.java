package vn.loa.cache;

/** The database has told of a change, here or by another instance (CDI event, in no transaction). It may be lost: whoever waits for it asks now and then, too. */
public record ChangeHeard() {
}
