/// The part of a product that the registers hold while its depth is run through.
public enum Tile: Sendable {
  /// 6 rows by 16 columns: twelve of AVX2's sixteen registers.
  case narrow
  /// 8 rows by 32 columns: sixteen of AVX-512's thirty-two registers.
  case wide

  var rows: Int { self == .wide ? 8 : 6 }
  var columns: Int { self == .wide ? 32 : 16 }

  /// How many panels of a tile's columns it takes.
  func panels(columns: Int) -> Int { self == .wide ? (columns + 31) / 32 : (columns + 15) / 16 }
}
