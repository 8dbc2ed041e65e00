/// The names by which the parts of a workbook know each other (ECMA-376 parts 1 and 2).
enum Namespaces {
  static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  /// What the kinds of parts begin with.
  static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
}
