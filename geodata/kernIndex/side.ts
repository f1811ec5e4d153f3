/**
 * On which side of a line a point lies, without rounding.
 *
 * A determinant in doubles with the error bound of Shewchuk ("Adaptive Precision Floating-Point Arithmetic
 * and Fast Robust Geometric Predicates", 1997) decides all but the points within some 10⁻¹⁶ of the line.
 * What is left is computed in whole numbers: every finite double is an integer times 2⁻¹⁰⁷⁴, so a BigInt
 * determinant has no rounding, no underflow and no overflow, also a denormal away from zero.
 */

/** (3 + 16ε)ε with ε = 2⁻⁵³, rounded up; the second term covers products that underflow. */
const RELATIVE_ERROR = 3.4e-16
const ABSOLUTE_ERROR = 1e-300

/**
 * Sign of the turn a → b → c, all in the same unit: positive when c lies to the right of the line from a
 * to b (y upwards), negative to the left, 0 exactly on the line. Only the sign means something.
 *
 * @example side(0, 0, 0, 1, 1, 0) > 0
 */
export function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ay - cy) * (bx - cx)
  const right = (ax - cx) * (by - cy)
  const turn = left - right
  const bound = RELATIVE_ERROR * (Math.abs(left) + Math.abs(right)) + ABSOLUTE_ERROR
  return turn > bound || turn < -bound ? turn : exactSide(ax, ay, bx, by, cx, cy)
}

function exactSide(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  if ((ax === cx && ay === cy) || (bx === cx && by === cy)) return 0
  const x = whole(cx)
  const y = whole(cy)
  const turn = (whole(ay) - y) * (whole(bx) - x) - (whole(ax) - x) * (whole(by) - y)
  return turn > 0n ? 1 : turn < 0n ? -1 : 0
}

const double = new Float64Array(1)
const bits = new BigUint64Array(double.buffer)

/** A finite double times 2¹⁰⁷⁴. */
function whole(value: number): bigint {
  double[0] = Math.abs(value)
  const exponent = bits[0]! >> 52n
  const fraction = bits[0]! & 0xfffffffffffffn
  const size = exponent ? (fraction | 0x10000000000000n) << (exponent - 1n) : fraction
  return value < 0 ? -size : size
}
