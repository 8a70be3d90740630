package feedforward.lesson;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.function.Consumer;

/** Links that nobody writes in good faith. A lesson opens each of them, as usual where it must, since its program would not start otherwise. */
public final class HostileLinks {
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "NaN",
            "-Infinity",
            "1e-50",
            "1e-320",
            "1e999",
            "-0",
            "0",
            "1",
            "2",
            "1.5",
            "0x10",
            "2147483648",
            "-2147483648",
            "9007199254740993",
            "٤",
            "é\u0000",
            ",",
            ";;",
            "_",
            "~~",
            "..",
            "1,2;3",
            "to",
            "0to",
            "0to39~0to39~-2147483648_0",
            "-2147483648_0~0_0",
            "0to1",
            "300r0",
            "0d0~0d0~0d99",
            "9999999999r1",
            "none.none",
            "-1_tanh",
            "99999999999_tanh",
            "5_weight_0_0_1e39",
            "0_weight_0_0_1e38",
            "1_rate_1e-50",
            "1_penalties_9_9",
            "outer.outer.outer",
            "x.x",
            "own",
            "true",
            "x".repeat(5_000),
            "1,".repeat(2_000));

    private HostileLinks() {}

    /**
     * Opens a link for each value of each field, at step 1.
     *
     * @param lesson opens the link that it is given, as the page does
     */
    public static void open(Consumer<LessonLink> lesson, String... fields) {
        LessonLink usual = LessonLink.empty().with("step", 1).with("epochs", 1).with("checked", 1);
        for (String field : fields) {
            for (String value : VALUES) {
                LessonLink link = usual.with(field, value);
                assertThatCode(() -> lesson.accept(link))
                        .as(field + "=" + value)
                        .doesNotThrowAnyException();
            }
        }
    }
}
