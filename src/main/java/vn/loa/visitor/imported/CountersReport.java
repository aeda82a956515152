package vn.loa.visitor.imported;

/**
 * What became of counters that were sent, as JSON.
 *
 * @param replaced how many lines were taken over
 */
record CountersReport(int replaced) {
}
