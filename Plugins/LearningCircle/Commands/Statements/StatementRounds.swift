import WorkbenchKit

extension Argument<CalendarDate?> {
  static var round: Argument {
    Argument(
      flag: "round", .day,
      about: Text(nl: "van welke bijeenkomst; anders de laatste ronde", en: "of which meeting; else the last round"))
  }
}

extension Circle {
  /// The answers of a round: of the day that is given, else of the meeting that is open, else the last.
  ///
  /// - Throws: `round.unknown`.
  func answers(_ day: CalendarDate?) throws -> StatementRound {
    let known = rounds.filter { !$0.value.isEmpty }.keys.sorted()
    if let day, !known.contains(day.text) {
      throw Diagnostic(
        "round.unknown",
        Text(nl: "op \(day.text) heeft niemand iets gezegd", en: "nobody said anything on \(day.text)"),
        wayOut: known.isEmpty
          ? Text(
            nl: "begin met 'stelling say STELLING=4 --by ROL'", en: "begin with 'stelling say STATEMENT=4 --by ROLE'")
          : Text(nl: "rondes: ", en: "rounds: ") + .list(known, atMost: 9), suggestion: known.last)
    }
    let round = day?.text ?? (known.contains(self.round) ? self.round : known.last ?? self.round)
    return StatementRound(self, round: round)
  }

  /// Says that answers are those of an earlier round, where a meeting is open in which nobody answered yet.
  func remark(on shown: StatementRound, asked: CalendarDate?) -> [Block] {
    guard asked == nil, let meeting = openMeeting, shown.round != meeting.date.text else { return [] }
    let day = Text.day(meeting.date)
    return [
      .caution(
        nl: "op de bijeenkomst van \(day.nl) heeft nog niemand geantwoord: dit is een eerdere ronde",
        en: "at the meeting of \(day.en) nobody has answered yet: this is an earlier round")
    ]
  }
}
