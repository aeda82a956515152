package vn.loa.changes.webhook;

/** The test message that is on its way, as JSON. */
record TestView(String messageId) {
}
