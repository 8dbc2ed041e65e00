import WorkbenchKit

/// What the circle itself filled in about instruments, where the sources say nothing: the piece `filled` of the document.
///
/// `{INSTRUMENT: {lead_months: N, needs: TEXT, limits: TEXT, with: "A, B", clashes: "A, B"}}`.
struct InstrumentNotes {
  /// What can be filled in; the raw values stand in the document, and are typed.
  enum Trait: String, CaseIterable {
    case leadMonths = "lead_months"
    case needs, limits, with, clashes
  }

  private struct Note: FieldItem {
    var leadMonths: Double?
    var words: [Trait: String] = [:]
    var rest: [String: JSON] = [:]

    init() {}

    init(_ fields: Fields) throws {
      leadMonths = try fields[Trait.leadMonths.rawValue]
      for trait in Trait.allCases where trait != .leadMonths { words[trait] = try fields[trait.rawValue] }
      rest = fields.rest
    }

    var json: JSON {
      .object(
        words.reduce(into: rest) { $0[$1.key.rawValue] = .string($1.value) }.merging(
          leadMonths.map { [Trait.leadMonths.rawValue: .number($0)] } ?? [:]
        ) { $1 })
    }
  }

  private static let piece = "filled"
  private var notes: ReadMembers<Note>

  init(_ workspace: WorkspaceHandle) throws { notes = try workspace.members(Self.piece) }

  func leadMonths(_ instrument: String) -> Double? { notes[instrument]?.leadMonths }
  func text(_ instrument: String, _ trait: Trait) -> String? { notes[instrument]?.words[trait] }

  /// Instruments that a trait names.
  func list(_ instrument: String, _ trait: Trait) -> [String] {
    (text(instrument, trait) ?? "").split(separator: ",").map { String($0).trimmedOfPadding }.filter { !$0.isEmpty }
  }

  mutating func setLeadMonths(_ instrument: String, to months: Double) { change(instrument) { $0.leadMonths = months } }

  mutating func set(_ instrument: String, _ trait: Trait, to words: String) {
    change(instrument) { $0.words[trait] = words }
  }

  mutating func clear(_ instrument: String, _ trait: Trait) {
    change(instrument) { note in
      if trait == .leadMonths { note.leadMonths = nil } else { note.words[trait] = nil }
    }
  }

  private mutating func change(_ instrument: String, _ body: (inout Note) -> Void) {
    var note = notes[instrument] ?? Note()
    body(&note)
    notes[instrument] = note.json == .object([:]) ? nil : note
  }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try notes.json(\.json))
  }

  /// Names what of it could not be read.
  var remarks: [Block] {
    Notice.unread(notes, Text(nl: "wat de kring invulde", en: "what the circle filled in")).map { [.notice($0)] } ?? []
  }
}
