import WorkbenchKit

/// Pictures that a cell wrote.
enum WrittenPicture {
  private static let endings = [".svg", ".png", ".jpg", ".jpeg"]

  /// Returns the link for a file that was written, if it is a picture that stands in the notebook's folder.
  static func of(_ path: String, _ files: FolderFiles) -> CellOutput.Picture? {
    guard endings.contains(where: path.lowercased().hasSuffix), !path.hasPrefix("/"), !path.hasPrefix("..") else {
      return nil
    }
    let bytes = path.lowercased().hasSuffix(".svg") ? (try? files.read(path, at: nil).bytes) ?? [] : []
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return CellOutput.Picture(alternative: title(String(decoding: bytes, as: UTF8.self)) ?? name, path: path)
  }

  /// The title that an SVG gives itself.
  private static func title(_ svg: String) -> String? {
    guard let open = svg.firstRange(of: "<title"), let start = svg[open.upperBound...].firstIndex(of: ">"),
      let end = svg[start...].firstRange(of: "</title>")
    else { return nil }
    var text = String(svg[svg.index(after: start)..<end.lowerBound])
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: sign)
    }
    return text.isEmpty ? nil : text
  }
}
