package vn.loa.support;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import io.restassured.internal.path.json.JSONAssertion;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Compiles each JSON path once. RestAssured's paths are Groovy scripts, which it compiles anew for each assertion: a fifth
 * of the test run's processor time.
 */
final class CompiledPaths extends DelegatingMetaClass {

    /** Named in the message about an unknown property, by which RestAssured recognizes it. */
    private static final String SCRIPT = "Script1.groovy";

    private final Map<String, Class<?>> scripts = new ConcurrentHashMap<>();

    private CompiledPaths(MetaClass original) {
        super(original);
        initialize();
    }

    static void install() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        registry.setMetaClass(JSONAssertion.class, new CompiledPaths(registry.getMetaClass(JSONAssertion.class)));
    }

    /** JSONAssertion.eval(name of the root, root, script), as it is but for the compiling. */
    @Override
    public Object invokeMethod(Class sender, Object assertion, String method, Object[] arguments, boolean isSuper, boolean inside) {
        if (!method.equals("eval")) {
            return super.invokeMethod(sender, assertion, method, arguments, isSuper, inside);
        }
        Map<Object, Object> variables = new HashMap<>();
        if (getProperty(assertion, "params") instanceof Map<?, ?> parameters) {
            variables.putAll(parameters);
        }
        variables.put(arguments[0].toString(), arguments[1]);
        Class<?> script = scripts.computeIfAbsent(arguments[2].toString(), CompiledPaths::compile);
        return InvokerHelper.createScript(script, new Binding(variables)).run();
    }

    private static Class<?> compile(String script) {
        return new GroovyClassLoader(JSONAssertion.class.getClassLoader()).parseClass(script, SCRIPT);
    }
}
