/// A run that needs more memory than there is.
struct MemoryError: Error, CustomStringConvertible {
  /// The same run with or without an option, which finds room.
  struct Smaller {
    let option: String
    var isWithout = false
    let need: Int
  }

  let need: Int
  let limit: MemoryLimit
  let lesson: String
  let smaller: Smaller?

  var description: String {
    "this run needs about \(need.asMemory) of memory, and \(limit.words); \(wayOut)."
  }

  /// The same of what is asked for on the screen, in one line of 80 columns.
  /// - Parameter start: who needs it, such as "Two runs need".
  func line(from start: String) -> String {
    "\(start) \(need.asMemory), and \(limit.briefWords): \(briefWayOut)."
  }

  private var briefWayOut: String {
    if let smaller { return "try \(smaller.option)" }
    return lesson == "line" ? "raise that limit" : "try a smaller --width"
  }

  private var wayOut: String {
    if let smaller {
      let with = smaller.isWithout ? "without" : "with"
      return "\(with) \(smaller.option) it needs \(smaller.need.asMemory)"
    }
    return switch lesson {
    case "line": "nothing about a line needs less: raise that limit, or free memory"
    case "story": "a smaller --context, --width or --layers needs less"
    default: "a smaller --width needs less"
    }
  }
}
