package feedforward.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractCasesTest {

    @Test
    void everyTestOfTheContractIsACase() {
        assertThat(ContractCases.all()).extracting(ContractCases.Case::name).containsExactlyInAnyOrder(tests());
    }

    private static String[] tests() {
        return Arrays.stream(DeviceContract.class.getDeclaredClasses())
                .flatMap(ContractCasesTest::testsOf)
                .toArray(String[]::new);
    }

    private static Stream<String> testsOf(Class<?> family) {
        return Arrays.stream(family.getSuperclass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> family.getSimpleName() + "." + method.getName());
    }
}
