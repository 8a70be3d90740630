package feedforward.data;

import java.util.List;

/** Examples out of a pair of idx files: images, and the class of each. */
final class LabelledImages {
    private LabelledImages() {}

    /**
     * @param names of the images' file and the labels' file, for messages
     * @param files their contents, in that order
     * @param classes in [1, {@value IdxFile#MOST_CLASSES}]
     * @throws IdxException if a file is malformed, a label is no class, or images and labels differ in number
     */
    static ImageExamples parse(List<String> names, List<byte[]> files, int classes) {
        IdxImages images = IdxFile.parseImages(names.get(0), files.get(0));
        byte[] labels = IdxFile.parseLabels(names.get(1), files.get(1), classes);
        IdxFile.requirePaired(names.get(0), images, names.get(1), labels);
        return new ImageExamples(images.pixels(), labels, images.rows() * images.columns(), classes);
    }
}
