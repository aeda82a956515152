package vn.loa;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that one of the three processes of {@code mvn verify} runs, with the settings of all tests. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(FirstSuite.TESTS)
@ExcludeClassNamePatterns({ThirdSuite.TESTS, WholeCodeSuite.TESTS})
class FirstSuite {

    static final String TESTS = "vn\\.loa\\.([A-Z]\\w*|(article|cache|feed|imports)\\..*)Test";
}
