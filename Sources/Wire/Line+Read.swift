internal import JSONText
internal import Moves

/// What is wrong with a line.
public enum LineFault: Error, Equatable, CustomStringConvertible {
  case notJSON(String)
  case noType
  /// A field that is missing or holds what it cannot hold.
  case field(String, of: String)

  public var description: String {
    switch self {
    case .notJSON(let why): "it is not JSON: \(why)"
    case .noType: "it is no JSON object with a type"
    case .field(let name, let type): "its \(name) is missing or not what a line of type \(type) has"
    }
  }
}

extension Line {
  /// - Parameter context: of the run that it is a line of; nil before one.
  public static func read(
    _ bytes: ArraySlice<UInt8>, in context: WireContext?
  ) throws(LineFault) -> Line {
    let json: JSON
    do { json = try JSONReader.read(bytes) } catch { throw .notJSON("\(error)") }
    guard let type = json["type"]?.string else { throw .noType }
    return Line(
      try event(of: type, json, context),
      at: json["time"].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil })
  }

  private static func event(
    of type: String, _ json: JSON, _ context: WireContext?
  ) throws(LineFault) -> Event {
    switch type {
    case "run": .run(try LogRecord.read(json))
    case "learned": .learned(try field("facts", of: json, type))
    case "move": .move(try move(json, context))
    case "step": .step(try whole(json, type))
    case "evaluating": .evaluating(try field("step", of: json, type))
    case "released": .released
    case "driver": .driver(try field("drives", of: json, type))
    case "rank": .rank(try whole(json, type))
    case "noted": .noted(try field("words", of: json, type))
    case "eval": .evaluation(try whole(json, type))
    case "sample": .sample(try whole(json, type))
    case "check": .check(try whole(json, type))
    case "watch": .watch(try field("watched", of: json, type))
    case "view": .view(try whole(json, type))
    case "present": .present(try whole(json, type))
    case "retold": .retold(try whole(json, type))
    case "break": .broke(try whole(json, type))
    case "mend": .mended(try whole(json, type))
    case "signs": .signs(try whole(json, type))
    // A log's line of a run that stopped says why in the same place.
    case "end", "stop": .end(try field("words", of: json, type))
    default: .unknown(type)
    }
  }

  private static func move(
    _ json: JSON, _ context: WireContext?
  ) throws(LineFault) -> MoveReport {
    var report: MoveReport = try whole(json, "move", context)
    report.changeReading { $0.with(dataOf: context?.reading) }
    return report
  }

  private static func whole<Value: Shaped>(
    _ json: JSON, _ type: String, _ context: WireContext? = nil
  ) throws(LineFault) -> Value {
    var (value, form) = (Value.blank, Form.reading(json, in: context))
    value.fill(&form)
    if let fault = form.fault { throw .field(fault, of: type) }
    return value
  }

  static func field<Value: Wired>(
    _ name: String, of json: JSON, _ type: String
  ) throws(LineFault) -> Value {
    guard let value = json[name].flatMap(Value.init) else { throw .field(name, of: type) }
    return value
  }
}
