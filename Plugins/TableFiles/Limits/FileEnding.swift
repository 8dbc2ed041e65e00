/// What follows the last point of a file's name.
enum FileEnding {
  /// Returns it in small letters, without the point; empty where there is none.
  static func of(_ name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}
