package feedforward;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import feedforward.device.Device;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may import whom in the server. */
@AnalyzeClasses(locations = ArchitectureTest.Backend.class)
class ArchitectureTest {
    /** The engine, with its own rules in its own test. The page is nobody's: these and the server's own packages are all. */
    private static final Set<String> SHARED = packages(
            "device",
            "hash",
            "text",
            "json",
            "tensor",
            "layer",
            "loss",
            "optimiser",
            "schedule",
            "data",
            "model",
            "train",
            "wire",
            "bench");

    @ArchTest
    static final ArchRule filesStandAlone = noClasses()
            .that()
            .resideInAPackage("feedforward.files")
            .should()
            .dependOnClassesThat(oursOutsideOf(packages("files")));

    @ArchTest
    static final ArchRule datasetsImportShared = imports("datasets");

    @ArchTest
    static final ArchRule registryImportsFiles = imports("registry", "files");

    @ArchTest
    static final ArchRule jobsImportDatasets = imports("jobs", "datasets", "files");

    @ArchTest
    static final ArchRule httpImportsWhatItServes = imports("http", "datasets", "files", "jobs", "registry");

    @ArchTest
    static final ArchRule cliImportsEverything =
            imports("cli", "datasets", "files", "jobs", "registry", "http", "vector");

    @ArchTest
    static final ArchRule vectorImportsTheDevicesAlone = noClasses()
            .that()
            .resideInAPackage("feedforward.vector")
            .should()
            .dependOnClassesThat(oursOutsideOf(packages("vector", "device")));

    @ArchTest
    static final ArchRule mainImportsTheCommandLine = noClasses()
            .that()
            .resideInAPackage("feedforward")
            .should()
            .dependOnClassesThat(oursOutsideOf(Set.of("feedforward", "feedforward.cli")));

    @ArchTest
    static final ArchRule everyPackageHasItsRule = classes()
            .should()
            .resideInAnyPackage(
                    "feedforward",
                    "feedforward.cli",
                    "feedforward.datasets",
                    "feedforward.files",
                    "feedforward.http",
                    "feedforward.jobs",
                    "feedforward.registry",
                    "feedforward.vector");

    @ArchTest
    static final ArchRule onlyTheCommandLineChoosesADevice = noClasses()
            .that()
            .resideOutsideOfPackages("feedforward.cli", "feedforward.vector")
            .should()
            .dependOnClassesThat(assignableTo(Device.class).and(not(type(Device.class))));

    @ArchTest
    static final ArchRule onlyHttpSpeaksIt = noClasses()
            .that()
            .resideOutsideOfPackages("feedforward.http", "feedforward.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    /** Of ours, a package uses itself, these, and the engine. */
    private static ArchRule imports(String name, String... allowed) {
        Set<String> packages = new HashSet<>(SHARED);
        packages.addAll(packages(name));
        packages.addAll(packages(allowed));
        return noClasses()
                .that()
                .resideInAPackage("feedforward." + name)
                .should()
                .dependOnClassesThat(oursOutsideOf(packages));
    }

    private static DescribedPredicate<JavaClass> oursOutsideOf(Set<String> packages) {
        return describe(
                "are ours and outside of " + packages,
                type -> type.getPackageName().startsWith("feedforward") && !packages.contains(type.getPackageName()));
    }

    private static Set<String> packages(String... names) {
        return List.of(names).stream().map(name -> "feedforward." + name).collect(Collectors.toSet());
    }

    /** This module's classes and no other's, though all are on the class path. */
    static final class Backend implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(
                    Location.of(Main.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }
}
