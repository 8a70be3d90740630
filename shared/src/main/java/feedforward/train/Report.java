package feedforward.train;

/** What a run tells while it goes on. */
public sealed interface Report permits StepReport, EvaluationReport {
    /** How many steps had been done. */
    int step();
}
