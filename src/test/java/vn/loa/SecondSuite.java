package vn.loa;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are in no other suite. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns({FirstSuite.TESTS, ThirdSuite.TESTS, WholeCodeSuite.TESTS})
class SecondSuite {
}
