import WorkbenchKit

/// The files on which a page rests, as it carries them: each its digest and its name, in the head of the page.
public enum PageFiles {
  private static let generator = "<meta name=\"generator\" content=\"leerkring\">\n"
  private static let beginning = "<meta name=\"leerkring-file\" content=\""

  /// A page with the files on which it rests; the same one where it is none of ours, tells them already, or rests on none.
  ///
  /// - Parameter files: by their names the digests, or their beginnings.
  public static func marked(_ page: String, resting files: [(name: String, sha256: String)]) -> String {
    guard !files.isEmpty, page.hasPrefix("<!DOCTYPE html>"), let place = page.firstRange(of: generator),
      page.utf8.distance(from: page.startIndex, to: place.lowerBound) < 600,
      !page[place.upperBound...].hasPrefix(beginning)
    else { return page }
    var seen: Set<String> = []
    let lines = files.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }.map { file in
      "\(beginning)\(file.sha256) \(escaped(name(file.name)))\">\n"
    }.filter { seen.insert($0).inserted }
    return page[..<place.upperBound] + lines.joined() + page[place.upperBound...]
  }

  /// The files that a page carries, in their order.
  public static func read(_ page: String) -> [(name: String, sha256: String)] {
    page.split(separator: "\n").filter { $0.hasPrefix(beginning) }.compactMap { line in
      let content = line.dropFirst(beginning.count).prefix { $0 != "\"" }
      guard let blank = content.firstIndex(of: " ") else { return nil }
      return (unescaped(String(content[content.index(after: blank)...])), String(content[..<blank]))
    }
  }

  /// Whether a page was made by this program.
  public static func isOurs(_ page: String) -> Bool { page.prefix(600).contains(generator) }

  /// Whether a page cites a publication.
  public static func cites(_ title: String, in page: String) -> Bool {
    [title, escaped(title), escaped(title).replacing("'", with: "&#39;")].contains(where: page.contains)
  }

  /// The last component: where a file lay is nobody's business.
  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static let signs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]

  static func escaped(_ text: String) -> String { signs.reduce(text) { $0.replacing($1.0, with: $1.1) } }
  private static func unescaped(_ text: String) -> String {
    signs.reversed().reduce(text) { $0.replacing($1.1, with: $1.0) }
  }
}
