package hallmetrics.ingest;

/**
 * Where a source's location looks.
 *
 * @param folder what begins it up to its first wildcard, with a slash at its end
 * @param deep whether also in folders below
 */
record Place(String folder, boolean deep) {
  static Place of(String location) {
    int wild = 0;
    while (wild < location.length() && "*?[{\\".indexOf(location.charAt(wild)) < 0) {
      wild++;
    }
    String folder = location.substring(0, location.lastIndexOf('/', wild) + 1);
    String rest = location.substring(folder.length());
    return new Place(folder, rest.contains("/") || rest.contains("**"));
  }

  /**
   * Whether files of a folder may be meant.
   *
   * @param inside the folder from the inbox on, with a slash at its end
   */
  boolean looksInto(String inside) {
    return folder.startsWith(inside) || (deep && inside.startsWith(folder));
  }
}
