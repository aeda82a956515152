package vn.loa.contract;

/**
 * One thing that differs between two versions of the contract.
 *
 * @param place the operation or schema, in Markdown
 */
record Difference(Kind kind, String place, String what) {

    enum Kind {
        /** A client of the old version may fail. */
        BREAKING("Breaking"),
        ADDED("Added"),
        /** Neither, such as a limit that is wider now. */
        CHANGED("Changed");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
