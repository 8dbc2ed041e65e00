import Glibc

/// A folder of one test, removed when the test is done with it.
public final class TemporaryFolder: Sendable {
  /// Where it lies.
  public let path: String

  /// - Parameter inMemory: whether it may be where waiting for the disk costs nothing.
  public init(inMemory: Bool = false) {
    let root = inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var name = Array("\(root)/leerkring-test-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit { if path != "/tmp" { Self.remove(path) } }

  /// The path of a file in the folder.
  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of what lies in it, in order.
  public func names() -> [String] { Self.names(path) }

  /// The bytes of a file in the folder, or nil where there is none.
  public func read(_ name: String) -> [UInt8]? {
    guard let file = fopen(self(name), "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The text of a file in the folder; nil where there is none.
  public func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Writes a file, and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) -> String {
    if let file = fopen(self(name), "we") {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    return self(name)
  }

  /// Writes a file, and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

  /// The permissions of a file in the folder.
  public func mode(_ name: String) -> mode_t? {
    var status = stat()
    return stat(self(name), &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  fileprivate static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o700)
      for name in names(path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

extension TemporaryFolder {
  /// Every file in the folder and in those within it, by its path from here.
  public func everything() -> [(path: String, bytes: [UInt8])] { everything(under: "") }

  private func everything(under prefix: String) -> [(path: String, bytes: [UInt8])] {
    Self.names("\(path)/\(prefix)").flatMap { name -> [(path: String, bytes: [UInt8])] in
      var status = stat()
      let inside = prefix + name
      guard lstat(self(inside), &status) == 0 else { return [] }
      if status.st_mode & S_IFMT == S_IFDIR { return everything(under: inside + "/") }
      return status.st_mode & S_IFMT == S_IFREG ? [(inside, read(inside) ?? [])] : []
    }
  }
}
