package vn.loa.imports.job.find;

import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.problem.Problem;

/** Takes the items of a job in their order, which is the same whenever they are read. */
interface ItemSink {

    void item(ItemPlace place, ImportItem item);

    /** @param source the key of the item, where it could be read */
    void wrong(ItemPlace place, String source, Problem problem);

    /** Something that is no content, such as a stylesheet. */
    void skipped(ItemPlace place, Problem why);

    /** Something was read that is no item of its own. Called often, so that a long reading is known to go on. */
    void goesOn();
}
