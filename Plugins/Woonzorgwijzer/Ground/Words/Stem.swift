import WorkbenchKit

/// Column names of StatLine end in a number that shifts every year: `k_65JaarOfOuder_12`; the stem stays. The stem of a
/// title of the website is the key that the open data have for it.
enum Stem {
  static func of(_ name: String) -> String {
    if let title = StatLineTitle(name) { return title.key }
    let digits = name.utf8.reversed().prefix { (48...57).contains($0) }.count
    guard digits > 0, digits + 1 < name.utf8.count else { return name }
    let cut = name.utf8.index(name.utf8.endIndex, offsetBy: -digits - 1)
    return name.utf8[cut] == UInt8(ascii: "_") ? String(name[..<cut]) : name
  }
}
