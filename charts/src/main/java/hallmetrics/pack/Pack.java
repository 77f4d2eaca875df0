package hallmetrics.pack;

import hallmetrics.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What was made.
 *
 * @param pages in order
 * @param files relative to the pack's directory, sorted
 * @param missingGlyphs characters the fonts lack, each replaced by 〓, with how often
 */
public record Pack(List<Page> pages, List<Path> files, SortedMap<String, Integer> missingGlyphs) {}
