package vn.loa;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * The tests with rules of ArchUnit, which the first process runs that has ended its own suite. They are named, because this
 * engine looks for them in a package by reading all classes of it.
 */
@Suite
@IncludeEngines({"archunit", "junit-jupiter"})
@SelectClasses(names = {"vn.loa.ArchitectureTest", "vn.loa.http.pipeline.StageTest"})
class WholeCodeSuite {

    static final String TESTS = "vn\\.loa\\.(Architecture|http\\.pipeline\\.Stage)Test";
}
