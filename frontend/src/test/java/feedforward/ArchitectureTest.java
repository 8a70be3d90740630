package feedforward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import feedforward.view.Numbers;

/** Who may import whom in the page and its worker. */
@AnalyzeClasses(
        packages = {
            "feedforward.browser",
            "feedforward.view",
            "feedforward.page",
            "feedforward.lesson",
            "feedforward.draw",
            "feedforward.evaluation",
            "feedforward.worker",
            "feedforward.wasm"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What a section decides, without a browser: controllers, states, the actions they ask for, and what these hold. */
    private static final DescribedPredicate<JavaClass> DECISIONS = belongTo(
                    nameMatching(
                            "feedforward\\.(page|draw|evaluation)\\..*(Controller|State|Actions|Form|Side|Curves|Recogniser|Phase|RunLink|BenchLink|BenchPlan|BenchRow|BenchFigure)|"
                                    + "feedforward\\.lesson\\.(?!Answers$)(?!.*(Section|View|Rows|Picture|Table|CourseMain|MnistMain|CoursePage|CourseProgress|LessonAddress|Ticker)).*"))
            .as("decisions");

    @ArchTest
    static final ArchRule browserStandsAlone = classes()
            .that()
            .resideInAPackage("feedforward.browser")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("feedforward.browser", "org.teavm..", "java.."));

    @ArchTest
    static final ArchRule theSimdDeviceKnowsTheSeamAlone = classes()
            .that()
            .resideInAPackage("feedforward.wasm")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("feedforward.wasm", "feedforward.device", "org.teavm..", "java.."));

    @ArchTest
    static final ArchRule viewKnowsNoModels = classes()
            .that()
            .resideInAPackage("feedforward.view")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "feedforward.view", "feedforward.browser", "feedforward.text", "org.teavm..", "java.."));

    @ArchTest
    static final ArchRule sectionsDoNotKnowEachOther =
            slices().matching("feedforward.page.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule lessonsDoNotKnowEachOther =
            slices().matching("feedforward.lesson.(*)..").should().notDependOnEachOther();

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
    static final ArchRule workerKnowsNoPage = noClasses()
            .that()
            .resideInAPackage("feedforward.worker")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "feedforward.page..",
                    "feedforward.lesson..",
                    "feedforward.draw",
                    "feedforward.evaluation",
                    "feedforward.view"));

    @ArchTest
    static final ArchRule decisionsNeedNoBrowser = noClasses()
            .that(DECISIONS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.teavm..", "feedforward.browser", "feedforward.worker")
                    .or(resideInAPackage("feedforward.view").and(DescribedPredicate.not(type(Numbers.class)))));

    @ArchTest
    static final ArchRule nothingKnowsTheServersCode = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "feedforward.browser",
                    "feedforward.view",
                    "feedforward.page..",
                    "feedforward.lesson..",
                    "feedforward.draw",
                    "feedforward.evaluation",
                    "feedforward.worker",
                    "feedforward.wasm",
                    "feedforward.bench",
                    "feedforward.course",
                    "feedforward.data",
                    "feedforward.device",
                    "feedforward.json",
                    "feedforward.layer",
                    "feedforward.loss",
                    "feedforward.schedule",
                    "feedforward.model",
                    "feedforward.optimiser",
                    "feedforward.tensor",
                    "feedforward.text",
                    "feedforward.train",
                    "feedforward.wire",
                    "com.eclipsesource.json",
                    "org.teavm..",
                    "java.."));
}
