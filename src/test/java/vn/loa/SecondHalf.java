package vn.loa;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that the other process runs: all that are not of the {@link FirstHalf}. */
@Suite
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(FirstHalf.TESTS)
class SecondHalf {
}
