import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the Linux kernel tells of a process.
struct Facts {
  /// The largest resident set so far, in mebibytes.
  let memory: Double
  /// How often all its threads together gave up the processor or lost it.
  let switches: Int
  let threads: Int
  let niceness: Int
  /// Seconds that processors have spent on it.
  let processorTime: Double

  init(of process: pid_t) throws {
    let folder = "/proc/\(process)"
    let status = try Self.fields("\(folder)/status")
    memory = Double(status["VmHWM"] ?? 0) / 1024
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/task")
    threads = tasks.count
    switches = try tasks.reduce(0) { sum, task in
      let fields = try Self.fields("\(folder)/task/\(task)/status")
      return sum + (fields["voluntary_ctxt_switches"] ?? 0)
        + (fields["nonvoluntary_ctxt_switches"] ?? 0)
    }
    let words =
      try String(contentsOfFile: "\(folder)/stat", encoding: .utf8)
      .split(separator: ")").last?.split(separator: " ").map { Int($0) ?? 0 } ?? []
    niceness = words[16]
    processorTime = Double(words[11] + words[12]) / Double(sysconf(CInt(_SC_CLK_TCK)))
  }

  /// The numbers of a status file by their names.
  private static func fields(_ path: String) throws -> [String: Int] {
    var fields: [String: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(whereSeparator: { $0 == ":" || $0 == "\t" || $0 == " " })
      guard parts.count > 1, let number = Int(parts[1]) else { continue }
      fields[String(parts[0])] = number
    }
    return fields
  }
}
