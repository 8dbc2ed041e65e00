import Glibc

/// The functions of a library by their names.
struct Symbols {
  /// A function that the library does not have.
  struct Missing: Error { let name: String }

  let handle: UnsafeMutableRawPointer

  /// - Throws: `Missing`.
  subscript<Function>(name: String) -> Function {
    get throws {
      guard MemoryLayout<Function>.size == MemoryLayout<UnsafeMutableRawPointer>.size, let place = dlsym(handle, name)
      else { throw Missing(name: name) }
      return unsafeBitCast(place, to: Function.self)
    }
  }
}
