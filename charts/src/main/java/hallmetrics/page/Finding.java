package hallmetrics.page;

import java.util.List;

/**
 * Claims that survived their tests, in one sentence.
 *
 * @param text one sentence
 * @param pages ids of the pages that show it; those the pack does not have are passed over
 * @param claims how many claims it is made from
 */
record Finding(String text, List<String> pages, int claims) {
  Finding {
    pages = List.copyOf(pages);
  }
}
