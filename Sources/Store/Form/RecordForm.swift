import Session
import WorkbenchKit

/// The form in which the steps of a copy are kept that a step took in.
enum RecordForm {
  static func encode(_ merged: [Step.Merged]) -> JSON {
    .array(
      merged.map { step in
        var members: [String: JSON] = [
          "line": .string(step.record.line), "number": .number(Double(step.number)), "time": .string(step.record.time),
        ]
        members["plugin"] = step.record.plugin.map(JSON.string)
        members["version"] = step.record.version.map(JSON.string)
        members["language"] = step.record.language.map { .string($0.rawValue) }
        members["seed"] = step.record.seed.map { .string(String($0)) }
        if !step.record.basis.isEmpty { members["basis"] = .array(step.record.basis.map { .number(Double($0)) }) }
        if !step.record.inputs.isEmpty { members["inputs"] = .array(step.record.inputs.map(ProvenanceCodec.encode)) }
        if !step.record.needs.isEmpty { members["needs"] = NeededForm.encode(step.record.needs) }
        if !step.record.merged.isEmpty { members["merged"] = encode(step.record.merged) }
        return .object(members)
      })
  }

  /// Nil where it is none.
  static func decode(_ json: JSON) -> Step.Merged? {
    guard let line = json["line"]?.string, let time = json["time"]?.string, let number = json["number"]?.int else {
      return nil
    }
    var record = Step.Record(
      line: line, time: time, plugin: json["plugin"]?.string, version: json["version"]?.string,
      inputs: (json["inputs"]?.array ?? []).compactMap(ProvenanceCodec.decodeInput),
      basis: (json["basis"]?.array ?? []).compactMap(\.int),
      needs: (json["needs"]?.array ?? []).compactMap(NeededForm.decode),
      language: json["language"]?.string.flatMap(Language.init), seed: json["seed"]?.string.flatMap(UInt64.init))
    record.merged = (json["merged"]?.array ?? []).compactMap(decode)
    return Step.Merged(number: number, record: record)
  }
}

extension ObjectReader {
  mutating func merged() throws -> [Step.Merged] {
    var merged: [Step.Merged] = []
    try array { this in
      let before = this
      guard let step = RecordForm.decode(try this.reader.value()) else {
        throw before.unexpected("{\"line\": …, \"number\": …, \"time\": …}")
      }
      merged.append(step)
    }
    return merged
  }
}
