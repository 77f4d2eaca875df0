package hallmetrics.pack;

import hallmetrics.page.Definitions;
import hallmetrics.page.Gaps;
import hallmetrics.page.Issue;
import hallmetrics.page.Rows;

/**
 * Everything a pack is made from. The same input gives the same bytes.
 *
 * @param issue what is issued: site, period, edition
 * @param rows its figures
 * @param gaps what is missing from them
 * @param definitions what they mean and which pages show them
 */
public record PackInput(Issue issue, Rows rows, Gaps gaps, Definitions definitions) {}
