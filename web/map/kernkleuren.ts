/** Colours of kernen while they are drawn: Paul Tol's light scheme, told apart by the colour-blind; the label says it too. */
const palette = [
  '#77aadd',
  '#ee8866',
  '#eedd88',
  '#ffaabb',
  '#44bb99',
  '#bbcc33',
  '#99ddff',
  '#c8a2d8',
  '#aaaa00',
  '#c9c9c9',
] as const

/** By the place of a kern in the list; after ten they come again. */
export const kernkleur = (at: number): string => palette[at % palette.length]!
