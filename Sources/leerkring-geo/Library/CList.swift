import Glibc

/// Texts as C has them: pointers, and an empty one at the end.
enum CList {
  static func with<Result>(_ texts: [String], _ body: (GDALLibrary.List?) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
