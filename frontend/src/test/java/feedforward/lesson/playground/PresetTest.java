package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.LessonLink;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void itsLinkReadsBackTheSame(Preset preset) {
        PlaygroundLink link = new PlaygroundLink(preset.settings(), List.of(), 7);
        LessonLink address = LessonLink.of(link.link().query(text -> text), text -> text);

        assertThat(PlaygroundLink.of(address)).isEqualTo(link);
        assertThat(address.trouble()).isEmpty();
        assertThat(Preset.of(preset.settings())).contains(preset);
    }
}
