import WorkbenchKit

/// A share whose bare number would be taken for a percentage: `5%` and `0.05` are one, `5` is asked for again.
enum TypedShare {
  /// - Parameter name: of the flag.
  /// - Throws: `share.shape`.
  static func share(_ text: String, of name: String, within range: ClosedRange<Double>) throws -> Double {
    let isPercent = text.hasSuffix("%")
    let body = isPercent ? String(text.dropLast()) : text
    let number = NumberText.parse(body, point: UInt8(ascii: body.contains(",") ? "," : "."))
    if let number, range.contains(isPercent ? number / 100 : number), isPercent || abs(number) <= 1 {
      return isPercent ? number / 100 : number
    }
    throw Diagnostic(
      "share.shape",
      Text(nl: "'\(text)' is geen aandeel voor --\(name)", en: "'\(text)' is no share for --\(name)"),
      wayOut: Text(nl: "zoals 5% of 0.05", en: "such as 5% or 0.05"), suggestion: number.map { _ in "\(body)%" })
  }

  /// The kind of an argument that is such a share.
  static func kind(of name: String, within range: ClosedRange<Double>) -> ArgumentKind<Double> {
    ArgumentKind.name.map(or: 0) { try share($0, of: name, within: range) }
  }
}
