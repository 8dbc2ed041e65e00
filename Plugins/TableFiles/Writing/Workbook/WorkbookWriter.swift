import WorkbenchKit

/// Writes tables as a workbook (ECMA-376, transitional), a sheet each; the same tables give the same bytes.
///
/// A missing value is an empty cell, a withheld one its sign as text, a text is a text whatever it begins with, and a number has the
/// fewest digits that read back to it. Texts that are all days, `2024-03-31`, become days. There are no formulas, macros, links or authors.
struct WorkbookWriter {
  private let language: Language

  /// - Parameter language: of names and notes.
  init(language: Language) { self.language = language }

  /// Writes a workbook.
  ///
  /// - Parameters:
  ///   - sheets: the tables, in their order.
  ///   - origin: rows of texts for the last sheet, `herkomst` or `origin`; none for no such sheet.
  ///   - interrupt: is called every 8,192 cells or so, and throws where a person wants it to stop.
  /// - Returns: the bytes of the file.
  /// - Throws: `to.toolarge`, `to.empty`, and what `interrupt` throws.
  func bytes(_ sheets: [WrittenSheet], origin: [[String]] = [], interrupt: () throws -> Void) throws -> [UInt8] {
    var planned = try SheetPlans(sheets, hasOrigin: !origin.isEmpty, in: language)
    let origin = planned.originName.map { ($0, OriginPart(origin, &planned.styles)) }
    if let (name, part) = origin { try SheetPlans.check(name, columns: part.size.columns, rows: part.size.rows) }
    do {
      return try write(planned.sheets, origin, &planned.styles, interrupt)
    } catch is ZipArchiveWriter.Problem { throw WritingProblem.file() }
  }

  private func write(
    _ plans: [SheetPlan], _ origin: (name: String, part: OriginPart)?, _ styles: inout WorkbookStyles,
    _ interrupt: () throws -> Void
  ) throws -> [UInt8] {
    let parts = WorkbookParts(
      plans.map { plan in
        let range = CellReference.range(columns: plan.columns.count, rows: plan.rowCount + 1, isFixed: true)
        return .init(name: plan.name, filter: plan.columns.isEmpty ? nil : range, hasNotes: plan.hasNotes)
      } + (origin.map { [.init(name: $0.name, filter: nil, hasNotes: false)] } ?? []))
    var archive = ZipArchiveWriter()
    try archive.add("[Content_Types].xml", parts.types)
    try archive.add("_rels/.rels", parts.root)
    try archive.add("xl/workbook.xml", parts.workbook)
    try archive.add("xl/_rels/workbook.xml.rels", parts.links)
    var cluster = 1
    for (index, plan) in plans.enumerated() {
      let number = index + 1
      try archive.begin("xl/worksheets/sheet\(number).xml")
      try SheetPart(plan, isFirst: index == 0, &styles).write(to: &archive, interrupt: interrupt)
      try archive.end()
      guard plan.hasNotes else { continue }
      let notes = NotesPart(plan)
      try archive.add("xl/worksheets/_rels/sheet\(number).xml.rels", WorkbookParts.notes(number))
      try archive.add("xl/comments\(number).xml", notes.texts)
      try archive.add("xl/drawings/vmlDrawing\(number).vml", notes.drawings(from: cluster))
      cluster += notes.clusters
    }
    if let origin {
      try archive.begin("xl/worksheets/sheet\(plans.count + 1).xml")
      try origin.part.write(to: &archive, isFirst: plans.isEmpty, interrupt: interrupt)
      try archive.end()
    }
    // Last, when all looks are known.
    try archive.add("xl/styles.xml", styles.part)
    return try archive.finish()
  }
}
