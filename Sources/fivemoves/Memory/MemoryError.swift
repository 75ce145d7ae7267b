internal import Canvas

/// A run that needs more memory than there is.
struct MemoryError: Error, CustomStringConvertible {
  /// The same run with more micro-batches, which finds room.
  struct Smaller {
    let microBatches: Int
    let need: Int
  }

  let need: Int
  let limit: MemoryLimit
  let lesson: String
  let smaller: Smaller?

  var description: String {
    "this run needs about \(Self.size(need)) of memory, and \(granted); \(wayOut)."
  }

  private var granted: String {
    let left = Self.size(max(limit.bytes, 0))
    return switch limit.setter {
    case .kiosk: "this kiosk leaves it \(left)"
    case .shell: "the limit set with ulimit leaves it \(left)"
    case .group: "the limit of this container or service leaves it \(left)"
    case .machine: "this machine has \(left) free"
    }
  }

  private var wayOut: String {
    if let smaller {
      return "with --micro-batches \(smaller.microBatches) it needs \(Self.size(smaller.need))"
    }
    return switch lesson {
    case "line": "nothing about a line needs less: raise that limit, or free memory"
    case "story": "a smaller --context, --width or --layers needs less"
    default: "a smaller --width needs less"
    }
  }

  private static func size(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1e6
    return megabytes < 1000
      ? "\(Figure.fixed(megabytes, decimals: 0)) MB"
      : "\(Figure.fixed(megabytes / 1000, decimals: 1)) GB"
  }
}
