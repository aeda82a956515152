package vn.loa.support;

/** Whether the lists on a day are of what the statuses of documents say. */
public final class InForceRanges {

    /** Counts what in_force_range has too much and too little, and the ranges of which public_count has another number. */
    public static final String OTHERWISE = """
            with stored as (select value, published_at, issued_on, article_id from in_force_range),
            entry as (select value, published_at, issued_on, article_id from in_force_range_entry),
            counted as (
                select value, sum(change) as total from public_count where field = 'inForceOn' group by value having sum(change) <> 0),
            counts as (select value, count(*) as total from in_force_range group by value)
            select (select count(*) from ((table stored except table entry) union all (table entry except table stored)) rows)
                + (select count(*) from ((table counted except table counts) union all (table counts except table counted)) numbers)""";

    private InForceRanges() {
    }
}
