/// One parameter: its tensor, and its place in the tensor's row-major numbers.
struct ParameterPlace: Hashable {
  var tensor: Int
  var element: Int
}
