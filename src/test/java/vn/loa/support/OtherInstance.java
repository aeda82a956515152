package vn.loa.support;

/** Does in SQL what another instance on the same database does. This instance only gets the notification. */
public final class OtherInstance {

    private OtherInstance() {
    }

    /** Withdraws an article and notifies: one statement. */
    public static String withdraw(String article) {
        return """
                with withdrawn as (
                    update article set state = 'withdrawn', withdrawn_at = now(), withdrawal_explanation = 'x' where id = '%s'),
                changed as (update change_log set stamp = gen_random_uuid() returning stamp)
                select pg_notify('loa_public_change', stamp::text) from changed""".formatted(article);
    }

    /** The same, where the notification is lost. */
    public static String withdrawUnheard(String article) {
        return """
                with changed as (update change_log set stamp = gen_random_uuid())
                update article set state = 'withdrawn', withdrawn_at = now(), withdrawal_explanation = 'x' where id = '%s'"""
                .formatted(article);
    }
}
