package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveJournalTest {
    @Test
    void isReadAsItWasWritten() {
        CurveJournal journal = CurveJournal.EMPTY
                .with(300, new CurveEdit.Rate(500_000))
                .with(420, new CurveEdit.Move(7, 350, -500))
                .with(500, new CurveEdit.Add(200, 900))
                .with(500, new CurveEdit.Remove(3));

        assertThat(journal.text()).isEqualTo("300r500000~420m7_350_-500~500a200_900~500d3");
        assertThat(CurveJournal.parse(journal.text())).isEqualTo(journal);
        assertThat(CurveJournal.parse("")).isEqualTo(CurveJournal.EMPTY);
    }

    @Test
    void aRateIsTheNearestMillionth() {
        assertThat(CurveEdit.Rate.of(1.001)).contains(new CurveEdit.Rate(1_001_000));
        assertThat(CurveEdit.Rate.of(4e-7)).isEmpty();
        assertThat(CurveEdit.Rate.of(10.1)).isEmpty();
    }

    @Test
    void ofADragWhileTheRunStandsOnlyTheEndIsKept() {
        CurveJournal dragged = CurveJournal.EMPTY
                .with(10, new CurveEdit.Move(7, 350, 500))
                .with(10, new CurveEdit.Move(7, 351, 500))
                .with(10, new CurveEdit.Move(8, 0, 500))
                .with(11, new CurveEdit.Move(8, 0, 501));

        assertThat(dragged.text()).isEqualTo("10m7_351_500~10m8_0_500~11m8_0_501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r1",
                "5",
                "5x",
                "5m7_350",
                "5m_1_2",
                "5a1",
                "5d",
                "5r0",
                "5r10000001",
                "9r1~8r1",
                "5r1~",
                "99999999999r1"
            })
    void refusesATextThatIsNone(String text) {
        assertThatThrownBy(() -> CurveJournal.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
