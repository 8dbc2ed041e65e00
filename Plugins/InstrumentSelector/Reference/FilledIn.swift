import WorkbenchKit

/// What the circle itself filled in about instruments, where the sources say nothing: the piece `filled` of the document.
///
/// `{INSTRUMENT: {lead_months: N, needs: TEXT, limits: TEXT, with: "A, B", clashes: "A, B"}}`.
struct FilledIn {
  static let piece = "filled"
  static let fields = ["lead_months", "needs", "limits", "with", "clashes"]

  private(set) var notes: [String: [String: JSON]] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    notes = (try workspace.document(Self.piece)?.object ?? [:]).compactMapValues(\.object)
  }

  func leadMonths(_ instrument: String) -> Double? { notes[instrument]?["lead_months"]?.number }
  func text(_ instrument: String, _ field: String) -> String? { notes[instrument]?[field]?.string }

  /// Instruments that a field names.
  func list(_ instrument: String, _ field: String) -> [String] {
    (text(instrument, field) ?? "").split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  mutating func set(_ instrument: String, _ field: String, to value: JSON?) {
    notes[instrument, default: [:]][field] = value
    if notes[instrument]?.isEmpty == true { notes[instrument] = nil }
  }

  func store(in workspace: WorkspaceHandle) {
    workspace.setDocument(Self.piece, to: notes.isEmpty ? nil : .object(notes.mapValues(JSON.object)))
  }
}
