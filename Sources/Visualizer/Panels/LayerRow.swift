internal import Canvas
internal import Moves

/// One layer of the network: what it is, how much gradient reached it, how far it moved.
struct LayerRow: Equatable {
  var name: String
  var shapes: [[Int]]
  /// Nil where it is not told.
  var parameters: Int?
  /// The norm of its gradient before clipping.
  var gradient: Double?
  /// The norm of its update divided by its own norm.
  var ratio: Double?

  /// The layers in the order that a forward pass meets them.
  static func all(_ run: RunFacts, _ stage: Stage) -> [LayerRow] {
    var rows: [LayerRow] = []
    for tensor in run.tensors {
      if rows.last?.name != tensor.layer {
        rows.append(LayerRow(name: tensor.layer, shapes: []))
      }
      rows[rows.count - 1].shapes.append(tensor.shape)
      rows[rows.count - 1].parameters = (rows[rows.count - 1].parameters ?? 0) + tensor.count
    }
    let norms = stage.latest[.backward]?.backward?.layers ?? []
    let updates = stage.latest[.step]?.update?.layers ?? []
    if rows.isEmpty { rows = norms.map { LayerRow(name: $0.layer, shapes: []) } }
    return rows.map { row in
      var row = row
      row.gradient = norms.first { $0.layer == row.name }?.norm
      row.ratio = updates.first { $0.layer == row.name }?.ratio
      return row
    }
  }

  /// "192x64 64x64 64".
  func sizes(_ glyphs: Glyphs) -> String {
    shapes.map { $0.map(String.init).joined(separator: glyphs.times) }.joined(separator: " ")
  }
}
