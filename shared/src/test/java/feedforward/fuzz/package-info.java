/**
 * What parsers do with files that nobody wrote. Each {@code …Fuzzer} is a target of Jazzer, which mutates files of our own writers
 * wherever that leads to code not yet reached; {@link feedforward.fuzz.FuzzTest} runs them. To look longer for trouble, or at an
 * input that was found, run a target by hand:
 * {@code java -cp <test class path> com.code_intelligence.jazzer.Jazzer --target_class=feedforward.fuzz.IdxFuzzer [file]}.
 */
package feedforward.fuzz;
