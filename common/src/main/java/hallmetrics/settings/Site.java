package hallmetrics.settings;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.region.Registers;
import hallmetrics.time.DeadlinePolicies;
import hallmetrics.time.WorkCalendar;
import hallmetrics.yaml.YamlFile.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A site as its conf folder says.
 *
 * @param conf the folder
 * @param options what site.yaml says
 * @param sources the files of {@code sources/}, by name
 * @param fingerprints SHA-256 of catalogue, registers, calendar, policies and targets: of the
 *     content in force, not of where it is written
 * @param texts every text the site was read from by its name in the conf folder, built-in parts
 *     too: written to a folder, they make the same site without this jar's catalogue
 */
public record Site(
    Path conf,
    SiteOptions options,
    Registers registers,
    WorkCalendar calendar,
    DeadlinePolicies policies,
    Targets targets,
    Catalogue catalogue,
    List<Named> sources,
    SortedMap<String, String> fingerprints,
    SortedMap<String, String> texts) {}
