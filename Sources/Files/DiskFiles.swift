import Glibc
@_spi(Host) import WorkbenchKit

/// The files of this machine, relative paths seen from one folder.
public struct DiskFiles: FileAccess {
  /// How many bytes a file may have.
  public static let sizeLimit = 2_000_000_000

  /// Smaller files are read whole.
  static let storedFrom = 4 << 20

  /// The folder from which relative paths are seen; nil for the one in which the program stands.
  public let folder: String?
  private let limit: Int
  /// Looks at each file that is read, and the way to it.
  private let trust: Trust?

  /// - Parameters:
  ///   - folder: from which relative paths are seen; nil for the one in which the program stands.
  ///   - trust: where only files are to be read that nobody else can have changed.
  public init(folder: String? = nil, trust: Trust? = nil) {
    self.init(folder: folder, limit: Self.sizeLimit, trust: trust)
  }

  init(folder: String?, limit: Int, trust: Trust? = nil) {
    self.folder = folder
    self.limit = limit
    self.trust = trust
  }

  public func read(_ path: String, at place: Place?) throws -> ReadFile {
    do {
      var beside: StoredFile?
      let bytes = try bytes(of: path) { file, size in
        if size >= Self.storedFrom, Cores.count > 1 {
          beside = StoredFile(file, path: path, at: FilePath.join(folder, path))
        }
      }
      // What changed meanwhile is digested as it was read.
      let isSame = beside?.count == bytes.count && (try? beside?.demandUnchanged()) != nil
      return ReadFile(
        path: path, bytes: bytes, sha256: try (isSame ? beside?.sha256() : nil) ?? SHA256.hex(bytes))
    } catch let problem as Diagnostic {
      throw problem.at(place)
    }
  }

  public func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    let full = FilePath.join(folder, path)
    // What cannot be opened is told by who reads it whole.
    guard FileProblem.nameless(path) == nil, StandardStream.descriptor(full) == nil,
      let status = try? FileStatus.of(full), status.kind == .regular, status.size >= Self.storedFrom,
      let file = try? open(path, full)
    else { return nil }
    return StoredFile(file, path: path, at: full)
  }

  public func readFolder(_ path: String, at place: Place?) throws -> ReadFile {
    do {
      let full = FilePath.join(folder, path)
      guard try FileStatus.of(full).kind == .folder else { return try read(path, at: place) }
      var parts: [ReadFile] = []
      var (size, lines) = (0, "")
      let names = FilePath.names(in: full).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for name in names where !name.hasPrefix(".") {
        if let kind = try FileStatus.ifPresent("\(full)/\(name)")?.kind, kind == .folder { continue }
        let bytes = try bytes(of: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
        size += bytes.count
        guard size <= limit else { throw FileProblem.tooLarge(path, limit: limit) }
        let part = ReadFile(path: name, bytes: bytes, sha256: SHA256.hex(bytes))
        lines += "\(part.sha256)  \(name)\n"
        parts.append(part)
      }
      return ReadFile(path: path, bytes: [], sha256: SHA256.hex(Array(lines.utf8)), parts: parts)
    } catch let error as SystemError {
      throw FileProblem.reading(path, at: FilePath.join(folder, path), error).at(place)
    } catch let problem as Diagnostic {
      throw problem.at(place)
    }
  }

  public func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    do {
      try AtomicFile.write(bytes, to: FilePath.join(folder, path), shownAs: path, mode: .ordinary)
    } catch let problem as Diagnostic {
      throw problem.at(place)
    }
  }

  public func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? {
    do {
      return try AtomicFile.begin(FilePath.join(folder, path), shownAs: path)
    } catch let problem as Diagnostic {
      throw problem.at(place)
    }
  }

  /// Reads a whole regular file, or what is left on standard input.
  ///
  /// - Throws: `Diagnostic`, with the codes of `FileAccess.read`; `Interrupted`.
  public func bytes(of path: String) throws -> [UInt8] { try bytes(of: path) { _, _ in } }

  /// - Parameter opened: gets the file before it is read, and its size; nought where it does not tell.
  private func bytes(of path: String, _ opened: (_ file: OpenFile, _ size: Int) -> Void) throws -> [UInt8] {
    if let nameless = FileProblem.nameless(path) { throw nameless }
    let full = FilePath.join(folder, path)
    do {
      let file = try open(path, full)
      let status = try file.status()
      guard status.size <= limit else { throw FileProblem.tooLarge(path, limit: limit) }
      if status.size >= FreeMemory.askedFrom { try FreeMemory.demand(status.size, for: path) }
      let expected = status.kind == .regular ? status.size : 0
      opened(file, expected)
      guard let bytes = try file.readToEnd(expecting: expected, limit: limit) else {
        throw FileProblem.tooLarge(path, limit: limit)
      }
      return bytes
    } catch let error as SystemError {
      throw FileProblem.reading(path, at: full, error)
    }
  }

  private func open(_ path: String, _ full: String) throws -> OpenFile {
    if StandardStream.descriptor(full) == 0 {
      let stream = try OpenFile.copy(of: 0)
      // A terminal would wait for a person who does not know it.
      if try stream.status().kind == .device { throw FileProblem.special(path) }
      return stream
    }
    // Looked at before it is opened: to open a device can set something going.
    try demandRegular(FileStatus.of(full), path)
    let file = try OpenFile.open(full, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    try demandRegular(file.status(), path)
    try trust?.check(file, at: full)
    return file
  }

  private func demandRegular(_ status: FileStatus, _ path: String) throws {
    switch status.kind {
    case .regular: return
    case .folder: throw FileProblem.folder(path)
    case .pipe, .socket, .device, .link: throw FileProblem.special(path)
    }
  }
}
