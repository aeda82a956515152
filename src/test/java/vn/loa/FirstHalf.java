package vn.loa;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that one of the two processes of {@code mvn verify} runs: those that need no settings of their own. */
@Suite
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(FirstHalf.TESTS)
class FirstHalf {

    static final String TESTS = "vn\\.loa\\.([A-Z]\\w*|(article|cache|changes|citation|directive|imports|listing|text)\\..*)Test";
}
