import WorkbenchKit

/// A page as a document for a word processor, by pandoc. It takes no SVG along, so that pictures go in as PNG, drawn at 200 dots
/// an inch by rsvg-convert.
struct WordPage {
  private static let seconds = 60
  private static let dotsPerInch = "200"
  /// A picture that is measured in dots has 96 of them to an inch.
  private static let zoom = "2.0833"

  private let place: TemporaryPlace
  private let language: Language

  init(_ place: TemporaryPlace, _ language: Language) { (self.place, self.language) = (place, language) }

  func document(_ form: PaperForm, of page: String, _ poll: () throws -> Void) throws -> [UInt8] {
    let pandoc = try ChildProgram.demand(
      ["pandoc"], as: "pandoc", for: Text(nl: "voor \(form.rawValue)", en: form.rawValue),
      package: "pandoc librsvg2-bin")
    let source = try place.write(
      PageTables.sized(try withPictures(Self.body(of: page), poll)), to: "page.html")
    let reference = try place.write(ReferenceDocument.bytes(form), to: "a4.\(form.rawValue)")
    let made = "made.\(form.rawValue)"
    try pandoc.run(
      [
        "--from", "html", "--to", form.rawValue, "--reference-doc", reference, "--metadata",
        "lang=\(language == .nl ? "nl-NL" : "en-GB")", "--resource-path", place.path, "--output",
        "\(place.path)/\(made)", source,
      ], in: place, seconds: Self.seconds, poll: poll)
    guard let bytes = place.bytes(of: made), bytes.starts(with: Array("PK".utf8)) else {
      throw Diagnostic(
        "to.failed", Text(nl: "pandoc gaf geen document", en: "pandoc gave no document"), wayOut: ChildProgram.byHand)
    }
    return ZipArchive.withoutTimes(bytes)
  }

  /// What stands between the tags of the body: the head would give the title a second time.
  private static func body(of page: String) -> String {
    guard let start = page.firstRange(of: "<body")?.upperBound, let open = page[start...].firstIndex(of: ">"),
      let end = page.ranges(of: "</body>").last?.lowerBound
    else { return page }
    return String(page[page.index(after: open)..<end])
  }

  // MARK: Pictures

  private func withPictures(_ html: String, _ poll: () throws -> Void) throws -> String {
    var rest = html[...]
    var made = ""
    var count = 0
    while let start = rest.firstRange(of: "<svg")?.lowerBound,
      let end = rest[start...].firstRange(of: "</svg>")?.upperBound
    {
      count += 1
      made += rest[..<start]
      made += try image(String(rest[start..<end]), count, poll)
      rest = rest[end...]
    }
    return made + rest
  }

  private func image(_ svg: String, _ number: Int, _ poll: () throws -> Void) throws -> String {
    let drawer = try ChildProgram.demand(
      ["rsvg-convert"], as: "rsvg-convert",
      for: Text(nl: "voor de tekeningen in een document", en: "pictures in a document"), package: "librsvg2-bin")
    let space = svg.contains("xmlns=") ? "" : " xmlns=\"http://www.w3.org/2000/svg\""
    let source = try place.write("<svg\(space)" + svg.dropFirst(4), to: "picture-\(number).svg")
    let name = "picture-\(number).png"
    try drawer.run(
      [
        "--dpi-x", Self.dotsPerInch, "--dpi-y", Self.dotsPerInch, "--zoom", Self.zoom, "--background-color", "white",
        "--output", "\(place.path)/\(name)", source,
      ], in: place, seconds: Self.seconds, poll: poll)
    return "<img src=\"\(name)\" alt=\"\(Self.about(svg))\" width=\"\(Self.width(svg))cm\" />"
  }

  /// As wide as it is drawn, at 96 dots an inch, and no wider than the page leaves room for.
  private static func width(_ svg: String) -> String {
    let most = 17.0
    guard let start = svg.firstRange(of: " width=\"")?.upperBound, let end = svg[start...].firstIndex(of: "\""),
      let dots = Double(svg[start..<end])
    else { return NumberText.fixed(most, decimals: 1) }
    return NumberText.fixed(min(dots / 96 * 2.54, most), decimals: 1)
  }

  /// The text alternative of a picture, as it is escaped already.
  private static func about(_ svg: String) -> String {
    for tag in ["desc", "title"] {
      guard let start = svg.firstRange(of: "<\(tag)")?.upperBound, let open = svg[start...].firstIndex(of: ">"),
        let end = svg[open...].firstRange(of: "</\(tag)>")?.lowerBound
      else { continue }
      return svg[svg.index(after: open)..<end].filter { $0 != "\"" && $0 != "\n" }
    }
    return ""
  }
}
