import WorkbenchKit

/// An answer as one screen has it: first what must be seen, a line for each caution, one for the sources, and one that counts
/// what is left.
public struct ScreenAnswer {
  /// The lines with a line break behind each.
  public let text: String
  /// What `more` shows.
  public let rest: [Block]

  private static let mostNotices = 3
  /// A screen of fewer lines has none for sources, nor an empty one before the cautions.
  private static let lowScreen = 12
  private static let indent = "  "

  /// Makes the first screen of an answer.
  ///
  /// - Parameters:
  ///   - height: in lines; less than 6 counts as 6.
  ///   - more: what is typed for the rest.
  public init(
    _ blocks: [Block], language: Language, columns: Int, height: Int, style: TextStyle, more: String = "more"
  ) {
    let screen = Screen(language: language, columns: columns, style: style)
    self.init(blocks, screen, max(height, 6), isFirst: true, more: more)
  }

  /// Makes the next screen of what is left of one.
  public init(continuing rest: [Block], language: Language, columns: Int, height: Int, style: TextStyle) {
    self.init(
      rest, Screen(language: language, columns: columns, style: style), max(height, 6), isFirst: false, more: "more")
  }

  private init(_ blocks: [Block], _ screen: Screen, _ height: Int, isFirst: Bool, more: String) {
    if let whole = Self.whole(blocks, screen, height) {
      (text, rest) = (whole, [])
      return
    }
    var page = Page(height: height)
    var left: [Block?] = blocks
    let layers = isFirst ? LayerRule(blocks).layers : blocks.map { _ in Layer.first }
    let foot = isFirst ? Self.foot(blocks, layers, screen, height, &left) : []
    // The line that counts what is left.
    page.height -= foot.count + 1
    var rowsLeft = 0
    // What has begun is counted by its rows, not called by its name once more.
    var begun: Set<Int> = []
    var beforeHeading = page
    let body = blocks.indices.filter { index in
      layers[index] == .first && !(isFirst && (Self.isRemark(blocks[index]) || Self.isEmptyHeading(index, in: blocks)))
    }
    for (place, index) in body.enumerated() {
      let later = isFirst ? Self.least(body[(place + 1)...].map { blocks[$0] }, screen) : 0
      // The answer's sentence is not cut for the sake of what explains it.
      let isSentence =
        body[..<place].allSatisfy { Self.isWords(blocks[$0]) } && Self.isShort(blocks[index], page.left, screen)
      let spare = isSentence ? 0 : min(later, page.left / 2)
      guard
        let piece = ScreenPiece(
          blocks[index], in: page.left - spare - page.gap(blocks[index]), isFirst: isFirst, screen)
      else {
        if isFirst {
          // No title stands above nothing.
          if case .heading(let heading)? = index > 0 ? blocks[index - 1] : nil, left[index - 1] == nil {
            page = beforeHeading
            left[index - 1] = .heading(heading)
          }
          continue
        }
        // What is too high for any screen takes several.
        if page.lines.isEmpty {
          let (lines, rest) = Self.cut(blocks[index], page.height, screen)
          page.add(lines, blocks[index])
          left[index] = rest
        }
        break
      }
      if case .heading = blocks[index] { beforeHeading = page }
      page.add(piece.lines, blocks[index])
      left[index] = piece.rest
      begun.insert(index)
      rowsLeft += piece.rowsLeft
      if !isFirst, piece.rest != nil { break }
    }
    rest = Self.withoutEmptyHeadings(left.compactMap { $0 })
    let waiting = left.indices.filter { !begun.contains($0) }.compactMap { left[$0] }
    var lines = page.lines + foot
    if !rest.isEmpty {
      lines.append(Self.counted(Self.withoutEmptyHeadings(waiting), rowsLeft: rowsLeft, more: more, screen))
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  /// The answer as it stands where all of it fits; a table of more rows than lines need not be set to see that it does not.
  private static func whole(_ blocks: [Block], _ screen: Screen, _ height: Int) -> String? {
    for case .table(let table) in blocks where table.rowCount > height { return nil }
    let renderer = TextRenderer(
      language: screen.language, columns: screen.columns, rows: height + 3, style: screen.style)
    let text = renderer.text(of: blocks)
    return text.utf8.count(where: { $0 == 0x0A }) <= height ? text : nil
  }

  /// The first lines of a picture and the others; without colours, of which the others could have none.
  private static func cut(_ block: Block, _ height: Int, _ screen: Screen) -> (lines: [String], rest: Block?) {
    let plain = Screen(language: screen.language, columns: screen.columns, style: .plain)
    let lines = plain.lines(of: block, height: height)
    guard lines.count > height, height > 0 else { return (screen.lines(of: block, height: height), nil) }
    return (Array(lines[..<height]), .text(lines[height...].joined(separator: "\n")))
  }

  private static func isRemark(_ block: Block) -> Bool {
    switch block {
    case .notice, .sources: true
    default: false
    }
  }

  private static func isWords(_ block: Block) -> Bool {
    switch block {
    case .heading, .paragraph: true
    default: false
    }
  }

  /// Whether it is a paragraph all of which fits.
  private static func isShort(_ block: Block, _ height: Int, _ screen: Screen) -> Bool {
    guard case .paragraph = block else { return false }
    return screen.lines(of: block).count <= height
  }

  /// The lines that what comes later takes at the least: a table its head and three rows, a text all its lines.
  private static func least(_ blocks: [Block], _ screen: Screen) -> Int {
    blocks.reduce(0) { sum, block in
      switch block {
      case .heading: sum + 2
      case .table: sum + 7
      case .chart, .map, .matrix, .timeline, .flow: sum + 10
      default: sum + min(screen.lines(of: block).count, 4)
      }
    }
  }

  // MARK: The foot

  /// A line for each of the first cautions, warnings before all, and one for the sources.
  private static func foot(
    _ blocks: [Block], _ layers: [Layer], _ screen: Screen, _ height: Int, _ left: inout [Block?]
  ) -> [String] {
    let room = screen.columns - indent.utf8.count
    var lines: [String] = []
    let notices = blocks.indices.compactMap { index -> (index: Int, notice: Notice)? in
      guard layers[index] == .first, case .notice(let notice) = blocks[index] else { return nil }
      return (index, notice)
    }
    // On a small screen the figures come first; what does not stand here is counted.
    let most = min(mostNotices, max(height / 6, 1))
    let warnings = notices.filter { $0.notice.level == .warning }
    for (index, notice) in (warnings + notices.filter { $0.notice.level != .warning }).prefix(most) {
      let (sign, role): (String, TextStyle.Role) =
        switch notice.level {
        case .info: ("i ", .info)
        case .caution: ("! ", .caution)
        case .warning: ("!! ", .warning)
        }
      let whole = sign + Sanitizer.line(notice.text(screen.language))
      let line = ShortLine.cut(whole, to: room)
      if line == whole { left[index] = nil }
      lines.append(indent + screen.style(role, line))
    }
    let sources = blocks.indices.filter { if case .sources = blocks[$0] { true } else { false } }
    let all = sources.flatMap { index -> [Source] in if case .sources(let some) = blocks[index] { some } else { [] } }
    if !all.isEmpty, height >= lowScreen {
      lines.append(indent + screen.style(.faint, ShortLine.cut(ShortLine.sources(all), to: room)))
    }
    return lines.isEmpty || height < lowScreen ? lines : [""] + lines
  }

  // MARK: What is left

  /// Returns the blocks without headings under which nothing is left.
  private static func withoutEmptyHeadings(_ blocks: [Block]) -> [Block] {
    blocks.indices.filter { !isEmptyHeading($0, in: blocks) }.map { blocks[$0] }
  }

  /// Whether a heading stands there under which nothing but remarks stands.
  private static func isEmptyHeading(_ index: Int, in blocks: [Block]) -> Bool {
    guard case .heading(let heading) = blocks[index] else { return false }
    guard index + 1 < blocks.count else { return true }
    if case .heading(let next) = blocks[index + 1] { return next.level <= heading.level }
    return isRemark(blocks[index + 1])
  }

  /// `… nog 37 · Gewichten · 3 opmerkingen: more`
  private static func counted(_ waiting: [Block], rowsLeft: Int, more: String, _ screen: Screen) -> String {
    var names: [String] = []
    var remarks = 0
    var hasSources = false
    for block in waiting {
      switch block {
      case .notice: remarks += 1
      case .sources: hasSources = true
      case .heading(let heading): names.append(heading.text(screen.language))
      case .table(let table): names += table.title.map { [$0(screen.language)] } ?? []
      case .chart(let chart): names.append(chart.title(screen.language))
      case .map(let map): names.append(map.title(screen.language))
      case .matrix(let matrix): names.append(matrix.title(screen.language))
      case .timeline(let timeline): names.append(timeline.title(screen.language))
      case .flow(let flow): names.append(flow.title(screen.language))
      default: break
      }
    }
    var parts: [Text] = []
    if rowsLeft > 0 { parts.append(Text(nl: "nog \(rowsLeft)", en: "\(rowsLeft) more")) }
    parts += names.map { .verbatim($0) }
    if remarks > 0 {
      parts.append(
        remarks == 1
          ? Text(nl: "1 opmerking", en: "1 remark") : Text(nl: "\(remarks) opmerkingen", en: "\(remarks) remarks"))
    }
    if hasSources { parts.append(Text(nl: "bronnen", en: "sources")) }
    if parts.isEmpty { parts.append(Text(nl: "nog meer", en: "more of it")) }
    let end = ": `\(more)`"
    let told = parts.map { $0(screen.language) }.joined(separator: " · ")
    let room = screen.columns - indent.utf8.count - end.utf8.count - 2
    return indent + screen.style(.faint, "… " + ShortLine.cut(told, to: room) + end)
  }

  /// The lines that are set already, and how many there may be.
  private struct Page {
    var height: Int
    var lines: [String] = []
    /// Whether an empty line is due whatever comes.
    private var isAfterPicture = false

    init(height: Int) { self.height = height }

    var left: Int { height - lines.count }

    /// The empty lines due before a block.
    func gap(_ block: Block) -> Int { lines.isEmpty || !(isAfterPicture || Self.isSpacious(block)) ? 0 : 1 }

    mutating func add(_ new: [String], _ block: Block) {
      lines += Array(repeating: "", count: gap(block)) + new
      isAfterPicture = Self.isSpacious(block)
      if case .heading = block { isAfterPicture = false }
    }

    private static func isSpacious(_ block: Block) -> Bool {
      switch block {
      case .heading, .table, .chart, .map, .matrix, .timeline, .flow, .text: true
      default: false
      }
    }
  }
}
