import Files
import Glibc
import WorkbenchKit

/// Looks at a module without loading it: whether it is a library for this processor and all there. A file that was cut
/// off would otherwise end the process inside dlopen, by SIGBUS.
///
/// Source: System V ABI, ELF-64 Object File Format, version 1.5.
enum ModuleFile {
  /// Throws `plugin.missing` or `plugin.module`.
  static func check(_ path: String) throws {
    do { try check(OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY), at: path) } catch let error as SystemError {
      throw FilePaths.unreadable(path, error)
    }
  }

  /// - Parameters:
  ///   - module: what is looked at.
  ///   - path: for the message.
  /// - Throws: `plugin.module`.
  static func check(_ module: OpenFile, at path: String) throws {
    let file = module.descriptor
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw problem(path, Text(nl: "is geen bestand", en: "is no file"))
    }
    let size = UInt64(status.st_size)
    let header = read(file, at: 0, count: 64)
    guard header.count == 64, header.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
      throw problem(path, Text(nl: "is geen module (geen ELF-bestand)", en: "is no module (no ELF file)"))
    }
    // 64 bits, the byte order of this machine, a shared object, this processor.
    guard header[4] == 2, header[5] == 1, number(header, 16, 2) == 3, number(header, 18, 2) == machine else {
      throw problem(
        path, Text(nl: "is geen module voor deze processor", en: "is no module for this processor"))
    }
    if try end(of: header, in: file, path) > size {
      throw cutOff(path)
    }
  }

  /// The byte up to which the headers say that the file reaches.
  private static func end(of header: [UInt8], in file: Int32, _ path: String) throws -> UInt64 {
    let programHeaders = number(header, 32, 8)
    let entrySize = number(header, 54, 2)
    let entryCount = number(header, 56, 2)
    let sections = number(header, 40, 8).addingReportingOverflow(number(header, 58, 2) * number(header, 60, 2))
    // The ABI knows one size of entry; a linker writes a dozen of them, and memory is not for the file to ask.
    let table = entrySize == 56 ? read(file, at: programHeaders, count: Int(entrySize * entryCount)) : []
    guard entryCount > 0, UInt64(table.count) == entrySize * entryCount, !table.isEmpty, !sections.overflow else {
      throw cutOff(path)
    }
    var end = sections.partialValue
    for index in 0..<Int(entryCount) {
      let start = index * Int(entrySize)
      let segment = number(table, start + 8, 8).addingReportingOverflow(number(table, start + 32, 8))
      end = max(end, segment.overflow ? .max : segment.partialValue)
    }
    return end
  }

  #if arch(x86_64)
    private static let machine: UInt64 = 62
  #elseif arch(arm64)
    private static let machine: UInt64 = 183
  #else
    #error("the number of this processor in an ELF header is not known here")
  #endif

  static func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> UInt64 {
    (0..<width).reversed().reduce(0) { $0 << 8 | UInt64(bytes[offset + $1]) }
  }

  static func read(_ file: Int32, at offset: UInt64, count: Int) -> [UInt8] {
    guard offset <= UInt64(Int64.max) else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = pread(file, buffer.baseAddress, count, off_t(offset))
      filled = max(0, got)
    }
  }

  static func cutOff(_ path: String) -> Diagnostic {
    problem(path, Text(nl: "is afgebroken: er ontbreekt een stuk", en: "is cut off: a part is missing"))
  }

  /// The error of a library that has others sought in a folder that anybody may fill.
  static func strayFolder(_ folder: String, of path: String) -> Diagnostic {
    Diagnostic(
      "plugin.unsafe",
      Text(
        nl: "'\(path)' laat bibliotheken zoeken in '\(folder)', en dat hangt af van waar het programma start",
        en: "'\(path)' has libraries sought in '\(folder)', which depends on where the program is started"),
      wayOut: Text(
        nl: "bouw de plugin met $ORIGIN of een volledig pad als RUNPATH",
        en: "build the plugin with $ORIGIN or a full path as RUNPATH"))
  }

  private static func problem(_ path: String, _ text: Text) -> Diagnostic {
    Diagnostic("plugin.module", Text(nl: "'\(path)' ", en: "'\(path)' ") + text)
  }
}
