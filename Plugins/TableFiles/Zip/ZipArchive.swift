import CZip
import WorkbenchKit

/// A package of parts (zip) that lies in memory; the parts are unpacked as they are read, never as a whole.
struct ZipArchive: Sendable {
  /// As they stand in the list at its end.
  let parts: [ZipPart]
  /// Says what is wrong, with the name of the file.
  let problem: SourceProblem
  /// How large it may be.
  let limits: SourceLimits
  private let bytes: [UInt8]
  private let library: zip_functions
  private let places: [String: Int]

  /// The first bytes of every package that holds anything.
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Opens a package.
  ///
  /// - Throws: `source.module` where libzip is not there; `source.damaged`, `source.parts`, `source.path`.
  init(_ bytes: [UInt8], name: String, limits: SourceLimits = .standard) throws {
    let problem = SourceProblem(name)
    self.bytes = bytes
    self.problem = problem
    self.limits = limits
    var library = zip_functions()
    try LookedFor.zip.open(for: LookedFor.words(for: name)) { zip_find(&library, $0) }
    let zip = library
    self.library = zip
    let parts = try Self.withHandle(bytes, zip, problem) { handle in
      let count = zip.zip_get_num_entries(handle, 0)
      guard count <= limits.parts else { throw problem.tooManyParts(limits) }
      return try (0..<max(0, count)).map { try Self.part(handle, zip, UInt64($0), atMost: bytes.count, problem) }
    }
    // Where a name stands twice, the first counts; a checksum guards what is read.
    self.parts = parts
    places = Dictionary(parts.indices.map { (parts[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the part of that path; nil where there is none.
  func part(_ path: String) -> ZipPart? {
    if let place = places[path] { return parts[place] }
    // Packages of documents take no notice of capitals in their names (ECMA-376, part 2).
    let folded = path.lowercased()
    return parts.first { $0.name.lowercased() == folded }
  }

  /// Opens a part and passes on a reader of its unpacked bytes.
  ///
  /// - Throws: `source.encrypted`, `source.packing`, `source.large`, `source.bomb`, `source.damaged`, what `body` throws.
  func read<Result>(
    _ part: ZipPart, within budget: UnpackBudget, interrupt: @escaping () throws -> Void,
    _ body: (ZipReader) throws -> Result
  ) throws -> Result {
    if part.isEncrypted { throw problem.encrypted() }
    try budget.begin(part)
    return try Self.withHandle(bytes, library, problem) { handle in
      guard let file = library.zip_fopen_index(handle, UInt64(part.index), 0) else {
        let code = library.zip_error_code_zip(library.zip_get_error(handle))
        throw code == ZIP_ER_COMPNOTSUPP ? problem.packing(part.name) : problem.unreadablePart(part.name)
      }
      defer { _ = library.zip_fclose(file) }
      return try body(
        ZipReader(
          file: file, read: library.zip_fread, part: part, budget: budget, problem: problem, interrupt: interrupt))
    }
  }

  /// Returns the bytes of a part as a whole; only for what is a file by itself.
  func bytes(of part: ZipPart, interrupt: @escaping () throws -> Void) throws -> [UInt8] {
    try read(part, within: UnpackBudget(limits, problem), interrupt: interrupt) { reader in
      var whole: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: ZipReader.piece)
      while case let count = try piece.withUnsafeMutableBytes({ try reader.read(into: $0) }), count > 0 {
        whole.append(contentsOf: piece[..<count])
      }
      return whole
    }
  }

  /// Opens the package for as long as `body` runs; the list at its end is all that is read for it.
  private static func withHandle<Result>(
    _ bytes: [UInt8], _ library: zip_functions, _ problem: SourceProblem, _ body: (OpaquePointer) throws -> Result
  ) throws -> Result {
    try bytes.withUnsafeBytes { buffer in
      guard let source = library.zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil) else {
        throw problem.memory()
      }
      guard let handle = library.zip_open_from_source(source, ZIP_RDONLY, nil) else {
        library.zip_source_free(source)
        throw problem.damaged(nl: "de lijst van onderdelen is onleesbaar", en: "the list of parts is unreadable")
      }
      defer { library.zip_discard(handle) }
      return try body(handle)
    }
  }

  private static func part(
    _ handle: OpaquePointer, _ library: zip_functions, _ index: UInt64, atMost whole: Int, _ problem: SourceProblem
  ) throws -> ZipPart {
    var stat = zip_stat_t()
    library.zip_stat_init(&stat)
    guard library.zip_stat_index(handle, index, 0, &stat) == 0, let text = stat.name else {
      throw problem.damaged(nl: "de lijst van onderdelen is onleesbaar", en: "the list of parts is unreadable")
    }
    let name = String(cString: text)
    guard ZipPart.isInside(name) else { throw problem.path(name) }
    return ZipPart(
      name: name, index: Int(clamping: index), size: Int(clamping: stat.size),
      // No part takes more than the package, whatever it says of itself.
      packedSize: min(Int(clamping: stat.comp_size), whole), isEncrypted: stat.encryption_method != ZIP_EM_NONE)
  }
}
