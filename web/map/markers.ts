/** Small pictures for the map, drawn once on a canvas: no sprite files, and shape tells what colour tells. */
import type { Puntsoort } from './beeld.ts'

const size = 26
const colours: Record<Puntsoort, string> = {
  ontvangen: '#b3361b',
  'in-behandeling': '#a05a00',
  gepland: '#1f5fa8',
  gesloten: '#38703f',
  initiatief: '#6b3fa0',
}

const star = (context: CanvasRenderingContext2D, centre: number, radius: number): void => {
  for (let n = 0; n < 10; n++) {
    const angle = (Math.PI * n) / 5 - Math.PI / 2
    const reach = n % 2 === 0 ? radius : radius * 0.45
    context.lineTo(centre + reach * Math.cos(angle), centre + reach * Math.sin(angle))
  }
}

/** Circle, diamond, square, triangle, star. */
const shapes: Record<Puntsoort, (context: CanvasRenderingContext2D, c: number, r: number) => void> = {
  ontvangen: (context, c, r) => context.arc(c, c, r, 0, 2 * Math.PI),
  'in-behandeling': (context, c, r) => {
    context.moveTo(c, c - r)
    context.lineTo(c + r, c)
    context.lineTo(c, c + r)
    context.lineTo(c - r, c)
  },
  gepland: (context, c, r) => context.rect(c - r * 0.8, c - r * 0.8, r * 1.6, r * 1.6),
  gesloten: (context, c, r) => {
    context.moveTo(c, c - r)
    context.lineTo(c + r, c + r * 0.8)
    context.lineTo(c - r, c + r * 0.8)
  },
  initiatief: star,
}

function draw(paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = size * 2
  canvas.height = size * 2
  const context = canvas.getContext('2d')!
  context.scale(2, 2)
  paint(context)
  return context.getImageData(0, 0, size * 2, size * 2)
}

export const makeMarker = (soort: Puntsoort): ImageData =>
  draw((context) => {
    context.beginPath()
    shapes[soort](context, size / 2, 8)
    context.closePath()
    context.lineWidth = 4
    context.strokeStyle = '#ffffff'
    context.stroke()
    context.fillStyle = colours[soort]
    context.fill()
  })

/** Diagonal lines that repeat without a seam. */
export const makeArcering = (): ImageData =>
  draw((context) => {
    context.strokeStyle = 'rgba(23,48,59,0.55)'
    context.lineWidth = 1.5
    context.beginPath()
    for (let x = -size; x <= size; x += size / 2) {
      context.moveTo(x, size)
      context.lineTo(x + size, 0)
    }
    context.stroke()
  })
