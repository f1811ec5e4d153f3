/** Whether a line crosses or touches itself, without rounding. */
import { side } from '../kernIndex/side.ts'

type Punt = GeoJSON.Position

/**
 * Segments that follow one another share their position and count only when one runs back over the other. Turf's
 * `kinks` compares slopes in doubles, and so finds a straight line of three segments to cross itself three times in
 * ten: every line that is drawn on to far away.
 *
 * @example meetsItself([[0, 0], [2, 0], [2, 1], [1, -1]]) // true
 */
export const meetsItself = (line: readonly Punt[]): boolean =>
  line.some((from, i) => {
    const to = line[i + 1]
    const next = line[i + 2]
    if (!to || !next) return false
    const folded = turn(from, to, next) === 0 && dot(from, to, next) < 0
    return folded || line.slice(i + 3).some((end, k) => meets(from, to, line[i + 2 + k]!, end))
  })

const turn = ([ax, ay]: Punt, [bx, by]: Punt, [cx, cy]: Punt): number =>
  Math.sign(side(ax!, ay!, bx!, by!, cx!, cy!))

const dot = ([ax, ay]: Punt, [bx, by]: Punt, [cx, cy]: Punt): number =>
  (bx! - ax!) * (cx! - bx!) + (by! - ay!) * (cy! - by!)

/** Whether two closed segments have a position in common. */
function meets(a: Punt, b: Punt, c: Punt, d: Punt): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc * abd < 0 && cda * cdb < 0) return true
  return (
    (abc === 0 && inBox(a, b, c)) ||
    (abd === 0 && inBox(a, b, d)) ||
    (cda === 0 && inBox(c, d, a)) ||
    (cdb === 0 && inBox(c, d, b))
  )
}

const inBox = ([ax, ay]: Punt, [bx, by]: Punt, [x, y]: Punt): boolean =>
  x! >= Math.min(ax!, bx!) && x! <= Math.max(ax!, bx!) && y! >= Math.min(ay!, by!) && y! <= Math.max(ay!, by!)
