import Files
import WorkbenchKit

/// Metadata of the crate and of each of its files for a Dutch archive.
///
/// What only the organisation knows (who formed the archive, how it is valued, who may use it) is empty and marked. Source: Nationaal
/// Archief, MDTO-XML 1.0.1 (2023): elements and their order.
struct ArchiveRecord {
  let contents: CrateContents
  let files: [CrateFile]

  /// - Parameters:
  ///   - contents: what the crate is of.
  ///   - files: all of it but these records themselves.
  init(_ contents: CrateContents, _ files: [CrateFile]) {
    (self.contents, self.files) = (contents, files)
  }

  var records: [CrateFile] {
    [record("informatieobject", [ArchiveElement("informatieobject", whole)])]
      + files.map { file in
        record("\(file.path.replacing("/", with: "_")).bestand", [ArchiveElement("bestand", elements(of: file))])
      }
  }

  private func record(_ name: String, _ elements: [ArchiveElement]) -> CrateFile {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd">

      """
    return CrateFile(
      "\(CrateMetadata.archiveFolder)\(name).mdto.xml",
      Array((head + elements.map { $0.lines(1) }.joined() + "</MDTO>\n").utf8),
      form: "application/xml", name: name)
  }

  private var whole: [ArchiveElement] {
    [
      identification(identity), ArchiveElement("naam", contents.title),
      term("aggregatieniveau", "Archiefstuk", in: "Begrippenlijst Aggregatieniveaus MDTO"),
      ArchiveElement("omschrijving", contents.about.nl), ArchiveElement("taal", contents.language.rawValue),
      ArchiveElement(
        "event",
        [
          term("eventType", "Creatie", in: "Begrippenlijst EventTypeLijst MDTO"),
          ArchiveElement("eventTijd", contents.published.text),
        ]),
      term("waardering", nil, in: "Begrippenlijst Waarderingen MDTO"),
    ] + files.map { ArchiveElement("heeftRepresentatie", reference($0.path, identity(of: $0))) }
      + [
        ArchiveElement("archiefvormer", [ArchiveElement("verwijzingNaam", contents.organisation)]),
        ArchiveElement(
          "beperkingGebruik", [term("beperkingGebruikType", nil, in: "Begrippenlijst Beperkingen MDTO")]),
      ]
  }

  private func elements(of file: CrateFile) -> [ArchiveElement] {
    [
      identification(identity(of: file)), ArchiveElement("naam", file.path.split(separator: "/").last.map(String.init)),
      ArchiveElement("omvang", String(file.bytes.count)),
      term("bestandsformaat", file.form, in: "IANA Media Types"),
      ArchiveElement(
        "checksum",
        [
          term("checksumAlgoritme", "SHA256", in: "Begrippenlijst ChecksumAlgoritme MDTO"),
          ArchiveElement("checksumWaarde", SHA256.hex(file.bytes)),
          ArchiveElement("checksumDatum", "\(contents.published.text)T00:00:00Z"),
        ]),
      ArchiveElement("isRepresentatieVan", reference(contents.title, identity)),
    ]
  }

  /// The digest of the description, which changes with anything in the crate.
  private var identity: String { files.first { $0.path == CrateMetadata.path }.map { SHA256.hex($0.bytes) } ?? "" }

  private func identity(of file: CrateFile) -> String { "\(identity.prefix(16))/\(file.path)" }

  private func identification(_ mark: String, as name: String = "identificatie") -> ArchiveElement {
    ArchiveElement(
      name, [ArchiveElement("identificatieKenmerk", mark), ArchiveElement("identificatieBron", "leerkring")])
  }

  private func reference(_ name: String, _ mark: String) -> [ArchiveElement] {
    [ArchiveElement("verwijzingNaam", name), identification(mark, as: "verwijzingIdentificatie")]
  }

  private func term(_ name: String, _ label: String?, in list: String) -> ArchiveElement {
    ArchiveElement(
      name,
      [
        ArchiveElement("begripLabel", label),
        ArchiveElement("begripBegrippenlijst", [ArchiveElement("verwijzingNaam", list)]),
      ])
  }
}
