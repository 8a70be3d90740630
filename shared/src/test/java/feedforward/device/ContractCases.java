package feedforward.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tests of {@link DeviceContract} by name, for programs that have no JUnit: a page's, which TeaVM compiles. */
public final class ContractCases {
    private ContractCases() {}

    /** @param run throws what is wrong with a new device, as an AssertionError */
    public record Case(String name, Consumer<Device> run) {}

    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        memory(cases);
        linear(cases);
        elements(cases);
        sequences(cases);
        images(cases);
        normalisation(cases);
        losses(cases);
        updates(cases);
        return cases;
    }

    private static void memory(List<Case> cases) {
        cases.add(new Case(
                "Memory.aNewBufferHoldsZeros", device -> new MemoryContract(device) {}.aNewBufferHoldsZeros()));
        cases.add(new Case(
                "Memory.writeAndReadMoveExactlyTheRangeTheyAreGiven",
                device -> new MemoryContract(device) {}.writeAndReadMoveExactlyTheRangeTheyAreGiven()));
        cases.add(new Case(
                "Memory.aPixelIsItsByteDividedBy255",
                device -> new MemoryContract(device) {}.aPixelIsItsByteDividedBy255()));
    }

    private static void linear(List<Case> cases) {
        cases.add(new Case(
                "Linear.gemmAddsProductsInOrder", device -> new LinearContract(device) {}.gemmAddsProductsInOrder()));
        cases.add(new Case(
                "Linear.gemmAddsProductsInOrderOverMnistSizes",
                device -> new LinearContract(device) {}.gemmAddsProductsInOrderOverMnistSizes()));
        cases.add(new Case(
                "Linear.gemmKeepsNanInfinitySubnormalsAndTheSignOfZero",
                device -> new LinearContract(device) {}.gemmKeepsNanInfinitySubnormalsAndTheSignOfZero()));
        cases.add(new Case(
                "Linear.gemmTakesProductsOfChangingSizesInAnyOrder",
                device -> new LinearContract(device) {}.gemmTakesProductsOfChangingSizesInAnyOrder()));
        cases.add(new Case(
                "Linear.addColumnSumsAddsRowsDownwardsToWhatIsThere",
                device -> new LinearContract(device) {}.addColumnSumsAddsRowsDownwardsToWhatIsThere()));
        cases.add(new Case(
                "Linear.transposeSwapsTheTwoAxesInTheMiddle",
                device -> new LinearContract(device) {}.transposeSwapsTheTwoAxesInTheMiddle()));
        cases.add(new Case(
                "Linear.transposeThereAndBackChangesNothing",
                device -> new LinearContract(device) {}.transposeThereAndBackChangesNothing()));
    }

    private static void elements(List<Case> cases) {
        cases.add(new Case(
                "Elements.fillSetsTheFirstValues", device -> new ElementContract(device) {}.fillSetsTheFirstValues()));
        cases.add(
                new Case("Elements.addAddsEachElement", device -> new ElementContract(device) {}.addAddsEachElement()));
        cases.add(new Case(
                "Elements.scaleMultipliesEachElement",
                device -> new ElementContract(device) {}.scaleMultipliesEachElement()));
        cases.add(new Case(
                "Elements.activationAppliesTheFunctionToEachElement",
                device -> new ElementContract(device) {}.activationAppliesTheFunctionToEachElement()));
        cases.add(new Case(
                "Elements.dropoutKeepsWhatTheCounterSaysAndScalesIt",
                device -> new ElementContract(device) {}.dropoutKeepsWhatTheCounterSaysAndScalesIt()));
        cases.add(new Case(
                "Elements.biasActivationAddsTheBiasOfTheColumnThenAppliesTheFunction",
                device -> new ElementContract(device) {}.biasActivationAddsTheBiasOfTheColumnThenAppliesTheFunction()));
        cases.add(new Case(
                "Elements.activationGradientMultipliesByTheDerivativeAtTheOutput",
                device -> new ElementContract(device) {}.activationGradientMultipliesByTheDerivativeAtTheOutput()));
        cases.add(new Case(
                "Elements.softmaxDividesExponentialsByTheirAscendingSum",
                device -> new ElementContract(device) {}.softmaxDividesExponentialsByTheirAscendingSum()));
        cases.add(new Case(
                "Elements.softmaxGradientSubtractsTheAscendingDotProduct",
                device -> new ElementContract(device) {}.softmaxGradientSubtractsTheAscendingDotProduct()));
    }

    private static void sequences(List<Case> cases) {
        cases.add(new Case(
                "Sequences.gatherCopiesTheRowOfEachId",
                device -> new SequenceContract(device) {}.gatherCopiesTheRowOfEachId()));
        cases.add(new Case(
                "Sequences.gatherGradientAddsRowsToTheirIdsInTheirOrder",
                device -> new SequenceContract(device) {}.gatherGradientAddsRowsToTheirIdsInTheirOrder()));
        cases.add(new Case(
                "Sequences.lstmKeepsPartOfItsCellAndAddsPartOfItsCandidate",
                device -> new SequenceContract(device) {}.lstmKeepsPartOfItsCellAndAddsPartOfItsCandidate()));
        cases.add(new Case(
                "Sequences.lstmGradientGoesThroughCellAndGates",
                device -> new SequenceContract(device) {}.lstmGradientGoesThroughCellAndGates()));
        cases.add(new Case(
                "Sequences.gruMixesItsStateWithItsCandidate",
                device -> new SequenceContract(device) {}.gruMixesItsStateWithItsCandidate()));
        cases.add(new Case(
                "Sequences.gruGradientGoesThroughStateAndGates",
                device -> new SequenceContract(device) {}.gruGradientGoesThroughStateAndGates()));
    }

    private static void images(List<Case> cases) {
        cases.add(new Case(
                "Images.convolveAddsTheProductsOfEachPlaceInOrder",
                device -> new ImageContract(device) {}.convolveAddsTheProductsOfEachPlaceInOrder()));
        cases.add(new Case(
                "Images.convolveInputGradientAddsTheProductsOfEachPlaceInOrder",
                device -> new ImageContract(device) {}.convolveInputGradientAddsTheProductsOfEachPlaceInOrder()));
        cases.add(new Case(
                "Images.convolveKernelGradientAddsTheProductsOfAllPlacesInOrderToWhatIsThere",
                device -> new ImageContract(
                        device) {}.convolveKernelGradientAddsTheProductsOfAllPlacesInOrderToWhatIsThere()));
        cases.add(new Case(
                "Images.maxPoolTakesTheLargestOfEachWindow",
                device -> new ImageContract(device) {}.maxPoolTakesTheLargestOfEachWindow()));
        cases.add(new Case(
                "Images.maxPoolGradientGoesToTheFirstOfTheLargest",
                device -> new ImageContract(device) {}.maxPoolGradientGoesToTheFirstOfTheLargest()));
        cases.add(new Case(
                "Images.averagePoolDividesTheSumOfEachWindowInOrder",
                device -> new ImageContract(device) {}.averagePoolDividesTheSumOfEachWindowInOrder()));
        cases.add(new Case(
                "Images.averagePoolGradientAddsTheQuotientsOfTheWindowsInOrder",
                device -> new ImageContract(device) {}.averagePoolGradientAddsTheQuotientsOfTheWindowsInOrder()));
    }

    private static void normalisation(List<Case> cases) {
        cases.add(new Case(
                "Normalisation.statisticsAreMeanAndVarianceOfEachColumn",
                device -> new NormalisationContract(device) {}.statisticsAreMeanAndVarianceOfEachColumn()));
        cases.add(new Case(
                "Normalisation.blendMovesTheOldAPartOfTheWayToTheNew",
                device -> new NormalisationContract(device) {}.blendMovesTheOldAPartOfTheWayToTheNew()));
        cases.add(new Case(
                "Normalisation.normaliseSubtractsTheMeanAndDividesByTheDeviation",
                device -> new NormalisationContract(device) {}.normaliseSubtractsTheMeanAndDividesByTheDeviation()));
        cases.add(new Case(
                "Normalisation.gradientGoesThroughTheStatisticsToo",
                device -> new NormalisationContract(device) {}.gradientGoesThroughTheStatisticsToo()));
    }

    private static void losses(List<Case> cases) {
        cases.add(new Case(
                "Losses.softmaxCrossEntropyGivesLossAndGradientOfEachRow",
                device -> new LossContract(device) {}.softmaxCrossEntropyGivesLossAndGradientOfEachRow()));
        cases.add(new Case(
                "Losses.crossEntropyOfAnImpossibleClassIgnoresItWhereTheTargetIsZero",
                device -> new LossContract(device) {}.crossEntropyOfAnImpossibleClassIgnoresItWhereTheTargetIsZero()));
        cases.add(new Case(
                "Losses.squaredErrorGivesLossAndGradientOfEachRow",
                device -> new LossContract(device) {}.squaredErrorGivesLossAndGradientOfEachRow()));
        cases.add(new Case(
                "Losses.binaryCrossEntropyGivesLossAndGradientOfEachRow",
                device -> new LossContract(device) {}.binaryCrossEntropyGivesLossAndGradientOfEachRow()));
        cases.add(new Case(
                "Losses.absoluteErrorGivesLossAndGradientOfEachRow",
                device -> new LossContract(device) {}.absoluteErrorGivesLossAndGradientOfEachRow()));
        cases.add(new Case(
                "Losses.huberGivesLossAndGradientOfEachRow",
                device -> new LossContract(device) {}.huberGivesLossAndGradientOfEachRow()));
        cases.add(new Case(
                "Losses.smoothMultipliesAndAdds", device -> new LossContract(device) {}.smoothMultipliesAndAdds()));
    }

    private static void updates(List<Case> cases) {
        cases.add(new Case(
                "Updates.sgdSubtractsTheRoundedProduct",
                device -> new UpdateContract(device) {}.sgdSubtractsTheRoundedProduct()));
        cases.add(new Case(
                "Updates.momentumAddsTheGradientToWhatIsLeftOfTheLast",
                device -> new UpdateContract(device) {}.momentumAddsTheGradientToWhatIsLeftOfTheLast()));
        cases.add(new Case(
                "Updates.nesterovLooksAheadAlongTheMomentum",
                device -> new UpdateContract(device) {}.nesterovLooksAheadAlongTheMomentum()));
        cases.add(new Case(
                "Updates.adagradDividesByTheRootOfTheSumOfSquares",
                device -> new UpdateContract(device) {}.adagradDividesByTheRootOfTheSumOfSquares()));
        cases.add(new Case(
                "Updates.rmsPropDividesByTheRootOfTheMeanOfSquares",
                device -> new UpdateContract(device) {}.rmsPropDividesByTheRootOfTheMeanOfSquares()));
        cases.add(new Case(
                "Updates.adamDividesOneMeanByTheRootOfTheOther",
                device -> new UpdateContract(device) {}.adamDividesOneMeanByTheRootOfTheOther()));
        cases.add(new Case("Updates.decayMultiplies", device -> new UpdateContract(device) {}.decayMultiplies()));
        cases.add(new Case(
                "Updates.penaltiesAddTheWeightAndItsSign",
                device -> new UpdateContract(device) {}.penaltiesAddTheWeightAndItsSign()));
        cases.add(new Case(
                "Updates.sumOfSquaresAddsSixteenSumsFromTheLeft",
                device -> new UpdateContract(device) {}.sumOfSquaresAddsSixteenSumsFromTheLeft()));
    }
}
