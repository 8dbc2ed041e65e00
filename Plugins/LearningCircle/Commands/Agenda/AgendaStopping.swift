import WorkbenchKit

extension Circle {
  /// Stops the item that is going on at a time, which may not run back behind what was noted.
  ///
  /// - Returns: the words of the item that was stopped.
  /// - Throws: `time.order`.
  mutating func stop(at time: TimeOfDay, place: Place?, in day: CalendarDate?) throws -> String? {
    let noted = agenda(day).filter { $0.meeting == day }.flatMap(\.stretches).map { $0.stop ?? $0.start }.max()
    if let noted, time < noted {
      throw Diagnostic(
        "time.order", Text(nl: "\(time.text) ligt vóór \(noted.text)", en: "\(time.text) lies before \(noted.text)"),
        wayOut: Text(nl: "geef een latere tijd", en: "give a later time"), place: place)
    }
    var stopped: String?
    for index in items.indices where items[index].isRunning && (items[index].meeting == day || day == nil) {
      items[index].stretches[items[index].stretches.count - 1].stop = time
      stopped = items[index].text
    }
    return stopped
  }
}
