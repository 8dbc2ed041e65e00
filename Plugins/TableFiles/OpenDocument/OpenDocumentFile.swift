import WorkbenchKit

/// A workbook in the form of LibreOffice (ods; OASIS Open Document Format 1.3, part 3).
///
/// All its sheets stand in one part, so they are read in one go.
final class OpenDocumentFile: SheetSource {
  let heads: [SheetHead]? = nil
  let texts: TextPool
  private let archive: ZipArchive
  private let interrupt: () throws -> Void

  /// Looks whether the workbook is open to be read.
  ///
  /// - Throws: `source.encrypted`, `source.damaged`, `source.doctype`.
  init(_ archive: ZipArchive, interrupt: @escaping () throws -> Void) throws {
    self.archive = archive
    self.interrupt = interrupt
    texts = TextPool(archive.limits, archive.problem)
    guard let manifest = archive.part("META-INF/manifest.xml") else { return }
    let listener = ManifestListener()
    try PackageReader(archive, interrupt: interrupt).parse(manifest, by: listener)
    if listener.isEncrypted { throw archive.problem.encrypted() }
  }

  func eachSheet(_ visit: (SheetHead) throws -> (any CellSink)?) throws {
    guard let content = archive.part("content.xml") else { throw archive.problem.missingPart("content.xml") }
    try withoutActuallyEscaping(visit) { visit in
      let listener = ContentListener(archive.limits, archive.problem, visit)
      try PackageReader(archive, interrupt: interrupt).parse(content, by: listener)
    }
  }
}

/// Looks whether the list of parts speaks of encryption.
private final class ManifestListener: ElementListener {
  var isEncrypted = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("encryption-data") { isEncrypted = true }
  }

  func end(_ name: XMLName) {}
  func hear(_ text: UnsafeBufferPointer<UInt8>) {}
}
