package feedforward;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may import whom, and what the engine must not touch, since it runs in a browser and to the same bit everywhere. */
@AnalyzeClasses(packages = "feedforward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What is the same on every platform: +, −, ·, /, and functions whose one right result the language defines. */
    private static final Set<String> EXACT_MATH = Set.of(
            "abs",
            "max",
            "min",
            "sqrt",
            "rint",
            "floor",
            "ceil",
            "round",
            "floorDiv",
            "floorMod",
            "toIntExact",
            "addExact",
            "multiplyExact",
            "multiplyHigh",
            "nextUp",
            "nextDown",
            "ulp",
            "signum");

    @ArchTest
    static final ArchRule deviceStandsAlone = imports("device");

    @ArchTest
    static final ArchRule hashStandsAlone = imports("hash");

    @ArchTest
    static final ArchRule textStandsAlone = imports("text");

    @ArchTest
    static final ArchRule jsonImportsText = imports("json", "text");

    @ArchTest
    static final ArchRule tensorImportsDevice = imports("tensor", "device");

    @ArchTest
    static final ArchRule layerImportsTensor = imports("layer", "tensor", "device");

    @ArchTest
    static final ArchRule lossImportsTensor = imports("loss", "tensor", "device");

    @ArchTest
    static final ArchRule optimiserImportsTensor = imports("optimiser", "tensor", "device");

    @ArchTest
    static final ArchRule scheduleImportsDevice = imports("schedule", "device");

    @ArchTest
    static final ArchRule dataImportsTensor = imports("data", "tensor", "device", "hash", "text");

    @ArchTest
    static final ArchRule modelImportsTheParts =
            imports("model", "layer", "loss", "optimiser", "data", "tensor", "device", "hash", "text", "json");

    @ArchTest
    static final ArchRule trainImportsModel = imports(
            "train", "model", "layer", "loss", "optimiser", "schedule", "data", "tensor", "device", "hash", "text");

    @ArchTest
    static final ArchRule wireImportsTrain = imports(
            "wire",
            "train",
            "model",
            "layer",
            "loss",
            "optimiser",
            "schedule",
            "data",
            "tensor",
            "device",
            "hash",
            "text",
            "json");

    @ArchTest
    static final ArchRule benchImportsTrain = imports(
            "bench",
            "train",
            "model",
            "layer",
            "loss",
            "optimiser",
            "data",
            "tensor",
            "device",
            "hash",
            "text",
            "json");

    @ArchTest
    static final ArchRule courseImportsTheEngine = imports(
            "course",
            "train",
            "model",
            "layer",
            "loss",
            "optimiser",
            "schedule",
            "data",
            "tensor",
            "device",
            "hash",
            "text");

    @ArchTest
    static final ArchRule everyPackageHasItsRule = classes()
            .should()
            .resideInAnyPackage(
                    "feedforward.device",
                    "feedforward.hash",
                    "feedforward.text",
                    "feedforward.json",
                    "feedforward.tensor",
                    "feedforward.layer",
                    "feedforward.loss",
                    "feedforward.optimiser",
                    "feedforward.schedule",
                    "feedforward.data",
                    "feedforward.model",
                    "feedforward.train",
                    "feedforward.wire",
                    "feedforward.bench",
                    "feedforward.course");

    @ArchTest
    static final ArchRule nothingReachesOutOfTheEngine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.lang.reflect..",
                    "java.lang.invoke..",
                    "java.util.concurrent..",
                    "java.security..",
                    "java.sql..",
                    "java.time..",
                    "java.util.logging..",
                    "javax..",
                    "sun..",
                    "jdk..",
                    "org.teavm..",
                    "io.javalin..",
                    "org.slf4j..")
            .orShould()
            .dependOnClassesThat(namedAnyOf(
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.Runtime",
                    "java.lang.ClassLoader"))
            .because("it runs in a browser as well as on a server");

    @ArchTest
    static final ArchRule nothingNeedsRegularExpressions = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.regex.."))
            .orShould()
            .callMethod(String.class, "split", String.class)
            .orShould()
            .callMethod(String.class, "split", String.class, int.class)
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .because("their engine would be a fifth of the program that a first visit loads; see Parts");

    @ArchTest
    static final ArchRule nothingReflects = noClasses()
            .should()
            .accessTargetWhere(describe("asks a class for more than its name", ArchitectureTest::isReflection))
            .because("the browser's build keeps only what the code names");

    @ArchTest
    static final ArchRule nothingIsRandomButByCounter = noClasses()
            .should()
            .dependOnClassesThat(
                    namedAnyOf("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom"))
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.random.."))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.Collections.class, "shuffle", List.class)
            .because("a run is a function of its description");

    @ArchTest
    static final ArchRule onlyExactMathIsCalled = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "calls a Math function that platforms compute differently", ArchitectureTest::isInexactMath))
            .because("exp, log and tanh are our own, and nothing is fused");

    @ArchTest
    static final ArchRule noClockIsRead = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .because("clocks and settings come from outside");

    private static boolean isReflection(JavaAccess<?> access) {
        Set<String> harmless = Set.of("getName", "getSimpleName", "isInstance", "cast", "desiredAssertionStatus");
        return access.getTargetOwner().getName().equals("java.lang.Class")
                && !harmless.contains(access.getTarget().getName());
    }

    private static boolean isInexactMath(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean math = owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
        return math && !EXACT_MATH.contains(access.getTarget().getName());
    }

    /** Of ours, a package uses itself and these alone. */
    private static ArchRule imports(String name, String... allowed) {
        List<String> packages = new ArrayList<>(List.of("feedforward." + name));
        for (String other : allowed) {
            packages.add("feedforward." + other);
        }
        DescribedPredicate<JavaClass> foreign = describe(
                "are ours and outside of " + packages,
                type -> type.getPackageName().startsWith("feedforward") && !packages.contains(type.getPackageName()));
        return noClasses()
                .that()
                .resideInAPackage("feedforward." + name)
                .should()
                .dependOnClassesThat(foreign);
    }

    private static DescribedPredicate<JavaClass> namedAnyOf(String... names) {
        return describe("are one of " + List.of(names), type -> List.of(names).contains(type.getName()));
    }
}
