package vn.loa;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that wait most, and packages whose tests need no application. Those that wait have a {@code @TestProfile}: only this
 * process builds the application with other settings. The other processes use the processors meanwhile.
 */
@Suite
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(ThirdSuite.TESTS)
class ThirdSuite {

    private static final String WITH_A_PROFILE = "access\\.(IssuerAway|Token)|http\\.(answer\\.LargeAnswer|body\\.SlowBodies|pipeline\\.IdleGuard)"
            + "|interference\\.SickDatabase|visitor\\.(DroppedHits|Overload|read\\.VisitorsStream)";

    static final String TESTS = "vn\\.loa\\.(" + WITH_A_PROFILE + "|(contract|directive|html|text)\\..*)Test";
}
